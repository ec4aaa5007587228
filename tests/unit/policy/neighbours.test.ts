import { expect, it } from 'vitest';
import { casesFrom } from './corpus/case-line';
import { measure } from './corpus/measure';

/** What stands right beside requests that pass, and must be asked about. */
const NEIGHBOURS = `
ask publish | json https://cms.example/graphql | {"operationName":"UpdatePage","query":"mutation UpdatePage($i: PageInput!) { updatePage(input: $i) { id } }","variables":{"i":{"id":"8","status":"PUBLISHED"}}} | press Save
ask publish | form https://revista.example/admin/posts/81 | _method=patch&post%5Btitle%5D=Mayo&post%5Bstatus%5D=published | press Guardar
ask book | put https://praxis.example/appointments/8812.json | {"start_at":"2026-05-08T10:15","new_patient":true,"add_note":""} | press OK
ask delete | form https://admin.example/invoices/datatable | draw=3&start=0&length=25&columns%5B0%5D%5Bdata%5D=id&action=delete&ids=7 | press OK
ask delete | form https://antigo.example/Lista.aspx | __EVENTTARGET=ctl00%24gv&__EVENTARGUMENT=Delete%242&__VIEWSTATE=%2FwEP | press OK
ask pay | form https://antigo.example/Lista.aspx | __EVENTTARGET=ctl00%24btnPlaceOrder&__EVENTARGUMENT=&__VIEWSTATE=%2FwEP | press OK
ask delete | json https://mall.example/api/order/page | {"pageNo":2,"pageSize":10,"status":"CANCELLED","orderId":"88"} | press OK
ask send | xform https://forum.example/drafts.json | draft_key=new&action=send&data=%7B%22reply%22%3A%22Hi%22%7D | press OK
ask publish | json https://x.example/i/api/graphql/cH9/PublishDraftTweet | {"variables":{"id":"8"},"queryId":"cH9"} | press OK
ask publish | json https://x.example/i/api/graphql/cH9/CreateTweetFromDraft | {"variables":{"id":"8"},"queryId":"cH9"} | press OK
ask unexplained | frame wss://conto.example/live/websocket | ["4","6","lv:phx-Hs1","event",{"type":"form","event":"save","value":"user%5Bemail%5D=anna%40posta.example"}] | press Continua
ask send | frame wss://conto.example/live/websocket | ["4","6","lv:phx-Hs1","event",{"type":"form","event":"send_invite","value":"email=anna%40posta.example"}] | press Continua
ask delete | json https://jimail.example/jmap/api/ | {"using":["urn:ietf:params:jmap:mail"],"methodCalls":[["Email/query",{},"0"],["Email/set",{"accountId":"u1","destroy":["M71"]},"1"]]} | press OK
ask send | json https://jimail.example/jmap/api/ | {"using":["urn:ietf:params:jmap:mail"],"methodCalls":[["Email/set",{"create":{"d":{"subject":"Hi"}}},"0"],["EmailSubmission/set",{"create":{"k":{"emailId":"#d"}}},"1"]]} | press OK
ask account | form https://app.example/auth/two-factor | code=481220&secret=JBSW | press OK
ask account | form https://app.example/session/two-factor/settings | enabled=0 | press OK
ask delete | json https://shop.example/checkout/order/remove | {"id":8} | press OK
ask delete | json https://outlook.example/owa/service.svc?action=DeleteItem | {"Body":{"__type":"DeleteItemRequest:#Exchange","DeleteType":"HardDelete"}} | press OK
ask pay | json https://odoo.example/web/dataset/call_button | {"jsonrpc":"2.0","method":"call","params":{"model":"sale.order","method":"action_confirm","args":[[8]],"kwargs":{}}} | press OK
ask delete | json https://odoo.example/web/dataset/call_kw | {"jsonrpc":"2.0","method":"call","params":{"model":"res.partner","method":"unlink","args":[[8]],"kwargs":{}}} | press OK
ask grant | form https://login.example/oauth2/consent | consent_challenge=8f&grant_scope=openid&scope=mail.read&accept=1 | press OK
ask delete | json https://box.example/api/device/restore | {"what":"all"} | press OK ~ confirm=All your settings will be lost. Go on?
ask delete | json https://box.example/api/device/restore | {"what":"all"} | press OK ~ dialog=Auf Werkseinstellungen zurücksetzen?
ask accept | json https://haus.example/api/insurance/quotes | {"name":"Eva Maier"} | press OK
`;

it('asks about what stands right beside a request that passes', () => {
  const { missed } = measure(casesFrom(NEIGHBOURS));
  expect(missed).toEqual([]);
});
