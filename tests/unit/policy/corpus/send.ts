/** Messages, mails, invitations; and what only looks like it. */
export const send = `
ask send | form https://mail.test/send | to=ann%40example.com&subject=Hi&body=Lunch%3F | press Send
ask send | xform https://mail.test/?_task=mail&_action=send | _to=ann%40example.com&_subject=Hi&_message=Lunch | press OK
ask send | json https://graph.example/v1.0/me/sendMail | {"message":{"subject":"Hi","toRecipients":[{"emailAddress":{"address":"ann@example.com"}}]}} | press Done
ask send | json https://chat.example/api/v9/channels/884/messages | {"content":"hello","nonce":"1"} | enter Message
ask send | json https://chat.example/api/chat.postMessage | {"channel":"C1","text":"hello"} | enter Message
ask send | json https://social.example/api/dm/new | {"recipient":"bob","text":"hey"} | press Continue
ask send | json https://site.example/api/contact | {"name":"Ann","email":"ann@example.com","message":"Please call"} | press Submit
ask send | form https://realty.example/listing/55/inquiry | name=Ann&phone=030&message=I+am+interested | press Check availability
ask send | json https://team.example/api/workspace/invites | {"emails":["bo@example.com"],"role":"guest"} | press Continue
ask send | json https://cal.example/api/events/9/invitations/send | {"attendees":["bo@example.com"]} | press Save
ask send | json https://mail.test/api/messages/44/forward | {"to":["bo@example.com"]} | press Next
ask send | json https://mail.test/api/messages/44/reply | {"text":"yes"} | press OK
ask send | json https://mail.test/api/drafts/44/send | {} | press Schedule
ask send | json https://desk.example/api/tickets/12/reply | {"body":"We fixed it","public":true} | press Submit as solved
ask send | json https://sms.example/2010/Messages.json | {"To":"+4930123","Body":"code"} | press Try it
ask send | json https://crm.example/api/campaign/launch | {"segment":"all","subject":"News"} | press Launch
ask send | json https://mail.test/rpc | {"action":"send_message","to":"ann@example.com","text":"x"} | press OK
ask send | json https://mail.test/sync/apply | {"changes":[{"op":"SendMail","id":"d1"}]} | press Done
ask send | beacon https://chat.example/api/messages | {"text":"bye","room":4} | press Leave
ask send | xform https://site.example/wp-admin/admin-ajax.php | action=contact_form_send&name=Ann&msg=Hello | press Los
ask send | json https://mail.test/api/7/update | {"to":"ann@example.com","subject":"Hi","body":"Lunch at noon today?"} | press Send
ask send | json https://crm.example/api/contacts/5/notify | {"template":"reminder"} | press Remind
ask send | json https://fax.example/api/fax | {"recipients":["+4930"],"text":"Dear Sir"} | press Go
ask send | json https://rent.example/api/leads | {"listing":5,"message":"Is it free?","phone":"030"} | press Request tour
ask send | multi https://mail.test/compose/send | to=ann%40example.com&subject=Hi&body=See+you&file=@ | press Send
ask send | xform https://forum.example/private-messages/create | recipients=bob&title=Hi&content=Hello | press Los geht's
ask send | json https://docs.example/api/comments/mention/notify | {"user":"bo"} | press OK
ask send | json https://mail.test/api/outbox | {"to":"ann@example.com","body":"See you at 5"} | press Undo available
ask send | json https://meet.example/api/meetings/44/invite | {"guests":["bo@example.com"]} | press Add
ask send | json https://job.example/api/candidates/12/message | {"text":"We would like to talk"} | press Continue
# Look-alikes.
pass draft | json https://mail.test/api/drafts | {"to":"ann@example.com","body":"Lun"} | type Message
pass draft | put https://mail.test/api/drafts/44 | {"to":"ann@example.com","body":"Lunch?"} | type Message
pass draft | xform https://mail.test/?_task=mail&_action=draft | _to=ann%40example.com&_message=Lun | type Message
pass draft | json https://mail.test/compose/autosave | {"to":"ann@example.com","body":"Lunch?"} | press Send later
pass draft | json https://chat.example/api/v9/channels/884/typing | - | type Message
pass read | json https://mail.test/api/messages/search | {"q":"from:ann"} | press Send
pass read | json https://mail.test/api/messages/list | {"folder":"inbox","page":2} | link Sent messages
pass read | xform https://mail.test/?_task=mail&_action=list | _mbox=Sent | link Sent
pass read | json https://mail.test/api/contacts/autocomplete | {"q":"ann"} | type To
pass read | json https://mail.test/api/recipients/suggest | {"prefix":"an"} | type Recipients
pass reversible | json https://mail.test/api/messages/44/read | {} | link Lunch?
pass reversible | json https://mail.test/api/messages/mark | {"ids":[44],"seen":true} | press Mark as read
pass reversible | json https://mail.test/api/messages/44/archive | {} | press Archive
pass reversible | json https://mail.test/api/messages/44/move | {"folder":"Later"} | press Move
pass reversible | json https://mail.test/api/messages/44/labels | {"add":["Work"]} | press Label
pass reversible | json https://mail.test/api/messages/44/star | {"on":true} | press Star
pass reversible | json https://mail.test/api/messages/44/snooze | {"until":"2026-08-02"} | press Snooze
pass reversible | json https://chat.example/api/v9/channels/884/messages/99/ack | {"token":null} | press Reply
pass reversible | json https://chat.example/api/channels/884/mute | {"on":true} | press Mute invites
pass telemetry | json https://chat.example/api/v9/science | {"events":[{"type":"send_message_clicked","properties":{"client_track_timestamp":"1767225600123"}}]} | enter Message
pass telemetry | json https://telemetry.mail.test/v1/log | {"name":"compose_open","ts":1767225600} | press Reply | from:https://mail.test
pass read | get https://mail.test/compose?to=ann@example.com | - | link Write to Ann
pass read | get https://mail.test/invite/preview?team=5 | - | link Invite people
pass read | json https://mail.test/api/spellcheck | {"text":"Lunch at noon today?"} | type Message
pass read | json https://translate.example/api/translate | {"text":"Please send it","to":"de"} | press Send
pass read | json https://mail.test/api/messages/unread-count | {} | load
`;
