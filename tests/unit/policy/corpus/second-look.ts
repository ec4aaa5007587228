/**
 * Requests as well-known products send them, written after the rules were made and run once before anything was changed.
 * All of them are a part of their own: neither worked on nor chosen by a hash.
 */
export const secondLook = String.raw`
ask publish | xform https://forum.reddit.example/api/submit | sr=test&kind=self&title=Hello&text=World | press Post
ask publish | xform https://forum.reddit.example/api/comment | thing_id=t3_a&text=I+agree | press Comment
ask publish | xform https://forum.reddit.example/api/vote | id=t3_a&dir=1 | press upvote
ask publish | xform https://wiki.example/w/api.php | action=edit&title=Home&text=New&token=x%2B | press Publish changes
ask delete | xform https://wiki.example/w/api.php | action=delete&title=Home&token=x%2B | press Delete page
ask publish | json https://tube.example/youtubei/v1/comment/create_comment | {"commentText":"Nice one","createCommentParams":"Eg"} | press Comment
ask send | json https://mail.ms.example/owa/service.svc?action=CreateItem | {"__type":"CreateItemJsonRequest:#Exchange","Body":{"MessageDisposition":"SendAndSaveCopy"}} | press Send
ask send | json https://mail.g.example/sync/u/0/i/s | {"2":{"1":[{"2":{"2":{"14":{"1":"Hello"}}}}]}} | press Send
ask send | json https://work.slack.example/api/chat.scheduleMessage | {"channel":"C1","text":"hi","post_at":1767225600} | press Schedule message
ask send | json https://in.example/voyager/api/voyagerMessagingDashMessengerMessages?action=createMessage | {"message":{"body":{"text":"Hi"}}} | press Send
ask grant | json https://in.example/voyager/api/growth/normInvitations | {"invitee":{"profileId":"a"}} | press Connect
ask publish | json https://in.example/voyager/api/contentcreation/normShares | {"commentaryV2":{"text":"Hello"}} | press Post
ask pay | form https://amazonian.example/gp/buy/spc/handlers/static-submit-decoupled.html | purchaseId=106 | press Place your order
ask pay | json https://air.example/api/v3/CreateReservationMutation/ab12 | {"operationName":"CreateReservationMutation","variables":{},"extensions":{"persistedQuery":{"sha256Hash":"ab"}}} | press Confirm and pay
ask pay | json https://pay.example/v1/payment_pages/cs_test_1/confirm | {"eid":"NA","expected_amount":1999} | press Subscribe
ask pay | json https://ride.example/go/graphql | {"operationName":"RequestRide","query":"mutation RequestRide { requestRide { id } }"} | press Request
ask pay | json https://broker.example/orders/ | {"account":"a","side":"buy","quantity":"1","type":"market"} | press Submit Buy
ask delete | json https://notion.example/api/v3/deleteBlocks | {"blockIds":["a"],"permanentlyDelete":true} | press Delete
ask delete | delete https://tracker.example/rest/api/3/issue/AB-4 | - | press Delete
ask delete | xform https://salesforce.example/aura?r=4&aura.RecordUi.deleteRecord=1 | message=%7B%22actions%22%3A%5B%7B%22descriptor%22%3A%22aura%3A%2F%2FRecordUiController%2FACTION%24deleteRecord%22%7D%5D%7D | press Delete
ask publish | json https://tracker.example/rest/api/3/issue | {"fields":{"summary":"Crash on start","project":{"id":"1"}}} | press Create
ask publish | json https://talk.discourse.example/posts | {"raw":"I think so too","topic_id":5} | press Reply
ask publish | json https://cms.example/wp-json/wp/v2/posts/7?_locale=user | {"id":7,"status":"publish","content":"Hi"} | press Publish
ask grant | json https://drive.g.example/drive/v3/files/1a/permissions?sendNotificationEmail=true | {"role":"reader","type":"anyone"} | press Done
ask grant | json https://git.example/user/keys | {"title":"laptop","key":"ssh-ed25519 AAAA"} | press Add SSH key
ask account | put https://app.example/api/v1/users/me/email | {"email":"new@example.com"} | press Save
ask account | json https://id.example/v1/users/me/sessions/revoke-all-and-reset | {} | press Continue
ask book | json https://cal.example/api/booking/bookings | {"start":"2026-08-02T10:00","attendee":"ann"} | press Confirm
ask book | form https://amt.example/terminvereinbarung/termin/eintragen | tag=2&uhrzeit=10 | press Weiter
ask accept | json https://sign.example/restapi/v2/accounts/1/envelopes/2/views/recipient/finish | {} | press Finish
ask accept | form https://steuer.example/eportal/formulare/abgeben | id=4 | press Absenden
ask upload | xmulti https://photos.example/upload/web | file=@me.jpg | press Open
ask send | frame wss://chat.discord.example/?v=9 | {"op":"create","channel_id":"1","content":"hello there friend"} | enter Message #general
ask pay | json https://tienda.example/api/compras | {"id":4} | press Confirmar
ask delete | json https://boutique.example/compte/abonnement/resilier | {} | press Continuer
# Look-alikes.
pass reversible | json https://tube.example/youtubei/v1/like/like | {"target":{"videoId":"a"}} | press Like
pass read | json https://tube.example/youtubei/v1/browse | {"browseId":"FEwhat","context":{"client":{"hl":"en"}}} | link Home
pass read | json https://tube.example/youtubei/v1/next | {"continuation":"Eg0","context":{"client":{"hl":"en"}}} | press Comments
pass read | json https://tube.example/youtubei/v1/search | {"query":"publish","context":{"client":{"hl":"en"}}} | press Search
pass telemetry | json https://tube.example/youtubei/v1/log_event | {"events":[{"eventTimeMs":1767225600123,"clickstream":"x"}]} | press Post
pass read | json https://notion.example/api/v3/loadPageChunk | {"pageId":"a","limit":30,"cursor":{"stack":[]}} | link Page
pass read | json https://notion.example/api/v3/getRecordValues | {"requests":[{"id":"a","table":"block"}]} | link Page
pass reversible | json https://shop.test/cart/add.js | {"items":[{"id":4,"quantity":1}]} | press Buy it now
pass reversible | json https://shop.test/cart/change.js | {"line":1,"quantity":0} | press Remove
pass read | json https://work.slack.example/api/conversations.history | {"channel":"C1","limit":28} | link general
pass reversible | json https://work.slack.example/api/conversations.mark | {"channel":"C1","ts":"1767225600.0"} | link general
pass read | json https://work.slack.example/api/users.list | {"limit":200} | load
pass read | json https://work.slack.example/api/search.modules | {"query":"invoice","count":20} | press Search
pass reversible | json https://work.slack.example/api/reactions.add | {"name":"thumbsup","channel":"C1","timestamp":"1"} | press 👍
pass read | json https://mail.ms.example/owa/service.svc?action=FindItem | {"__type":"FindItemJsonRequest:#Exchange"} | link Sent Items
pass read | json https://mail.ms.example/owa/service.svc?action=GetConversationItems | {"__type":"GetConversationItemsJsonRequest:#Exchange"} | link Hello
pass read | json https://air.example/api/v3/StaysSearch/ab12 | {"operationName":"StaysSearch","variables":{},"extensions":{"persistedQuery":{"sha256Hash":"ab"}}} | press Search
pass read | json https://tracker.example/rest/api/3/search/jql | {"jql":"status = Done","maxResults":50} | press Search
pass read | xform https://salesforce.example/aura?r=4&aura.RecordUi.getRecordWithFields=1 | message=%7B%22actions%22%3A%5B%7B%22descriptor%22%3A%22aura%3A%2F%2FRecordUiController%2FACTION%24getRecordWithFields%22%7D%5D%7D | link Account
pass draft | json https://talk.discourse.example/drafts | {"draft_key":"topic_5","data":"{\"reply\":\"I thi\"}","sequence":4} | type Reply
pass draft | json https://cms.example/wp-json/wp/v2/posts/7/autosaves | {"id":7,"content":"Hi there to all"} | type Content
pass telemetry | json https://talk.discourse.example/topics/timings | {"topic_time":4000,"topic_id":5} | load
pass read | json https://talk.discourse.example/presence/get | {"channels":["a"]} | load
pass telemetry | json https://git.example/_private/browser/stats | {"stats":[{"timestamp":1767225600123,"requestUrl":"https://git.example/a"}]} | press Create
pass read | xget https://wiki.example/w/api.php?action=query&list=search&srsearch=delete | - | press Search
pass read | get https://wiki.example/w/index.php?title=Home&action=history | - | link View history
pass read | get https://wiki.example/w/index.php?title=Home&action=edit | - | link Edit
pass read | get https://forum.reddit.example/r/test/submit?type=link | - | link Create post
pass read | get https://amazonian.example/gp/buy/spc/handlers/display.html?hasWorkingJavascript=1 | - | press Proceed to checkout
pass read | get https://tracker.example/browse/AB-4?filter=-1 | - | link Delete the old page
pass session | json https://id.example/v1/sessions/me/lifecycle/refresh | {} | load
pass session | form https://id.example/u/login/identifier?state=x | username=ann%40example.com&action=default | press Continue
pass reversible | json https://board.example/1/cards/5 | {"idList":"4","pos":2} | press Move
pass read | json https://bahn.example/web/api/angebote/fahrplan | {"abfahrtsHalt":"A","ankunftsHalt":"B","klasse":"2"} | press Suchen
pass read | json https://vols.example/api/recherche/resultats | {"depart":"CDG","arrivee":"OSL"} | press Rechercher
pass reversible | json https://tienda.example/api/favoritos/agregar | {"id":4} | press Guardar
`;
