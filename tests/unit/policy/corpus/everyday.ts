/** Ordinary work that no one wants to be asked about, and writes that truly explain nothing. */
export const everyday = `
ask unexplained | json https://app.example/api/v3/q7 | {"k":1} | press Go
ask unexplained | json https://app.example/ | ["$ACTION_0"] | press Continue | header:next-action=9f8e7d6c5b
ask unexplained | xform https://g.example/_/data/batchexecute?rpcids=aB1cD | f.req=%5B%5B%5B%22aB1cD%22%5D%5D%5D | press Next
ask unexplained | put https://app.example/api/things/4 | {"x":"y"} | press Done
ask unexplained | form https://app.example/step2 | a=1&b=2 | press Weiter
ask unexplained | form https://app.example/p/9 | a=1 | load
ask unexplained | json https://app.example/api/objects | {"name":"Q3"} | press Create
ask unexplained | text https://app.example/dwr/call/plaincall/Bean.dwr | callCount=1 | press Go
ask unexplained | beacon https://app.example/api/q9 | {"k":1} | press Go
pass telemetry | json https://app.example/api/v3/q7 | {"k":1} | load
pass telemetry | json https://app.example/api/v3/q7 | {"k":1} | press Go | learned
pass telemetry | json https://app.example/api/presence/beat | {"n":4} | press Pay now | learned
pass telemetry | beacon https://www.google-analytics.example/g/collect?v=2&en=purchase | - | press Pay | from:https://shop.test
pass telemetry | json https://o1.ingest.sentry.example/api/55/envelope/ | {"event_id":"a","sdk":{"name":"js"}} | press Delete | from:https://shop.test
pass telemetry | json https://api.segment.example/v1/t | {"event":"Order Placed","anonymousId":"a","messageId":"m","timestamp":"2026-08-01T10:00:00Z"} | press Order | from:https://shop.test
pass telemetry | json https://api2.amplitude.example/2/httpapi | {"events":[{"event_type":"send","device_id":"d","time":1767225600123}]} | press Send | from:https://shop.test
pass telemetry | xform https://matomo.example/matomo.php | action_name=Buy&idsite=4&rec=1&url=https%3A%2F%2Fx.test&res=1280x720&send_image=0 | press Buy | from:https://shop.test
pass telemetry | beacon https://shop.test/rum | {"lcp":900} | press Buy
pass telemetry | json https://shop.test/api/perf/web-vitals | {"name":"INP","value":40} | press Delete
pass telemetry | ping https://shop.test/click?to=buy | PING | link Buy
pass telemetry | beacon https://shop.test/b/ss/1 | {"event":"click","page_url":"https://shop.test/buy","timestamp":1767225600123,"session_id":"s"} | press Buy
pass telemetry | json https://shop.test/api/experiments/exposure | {"id":"checkout_v2"} | press Checkout
pass telemetry | json https://ads.example/openrtb2/auction | {"imp":[{"id":"1","banner":{}}],"site":{"page":"https://x.test"}} | press Bid | from:https://shop.test
pass telemetry | beacon https://logs.shop.test/b | {"x":1} | press Pay | from:https://shop.test
pass telemetry | json https://app.example/monitoring/heartbeat | {"t":1} | press Submit
pass read | json https://app.example/api/items | {"query":"red","page":2,"size":20,"sort":"price"} | press Next
pass read | json https://app.example/api/v2/records/query | {"filter":{"status":"deleted"}} | press Delete
pass read | form https://lib.example/catalog/search | q=boats&submit=Go | press Submit
pass read | form https://lib.example/results | query=boats&page=2 | press Send
pass read | xform https://travel.example/flights/find | from=BER&to=OSL&date=2026-08-02 | press Book
pass read | json https://map.example/api/route/calculate | {"from":"a","to":"b"} | press Send
pass read | json https://map.example/api/geocode | {"text":"Main street 4"} | type Address
pass read | json https://app.example/api/table/load | {"offset":50,"limit":50} | press More
pass read | json https://app.example/api/report/run | {"from":"2026-01-01","to":"2026-02-01"} | press Run
pass read | json https://app.example/api/export/csv/download | {"ids":[1,2]} | press Export
pass read | json https://es.example/_msearch | {"query":{"match":{"a":"b"}}} | type Search
pass read | json https://app.example/api/notifications/poll | {"since":4} | press Buy
pass read | json https://app.example/api/orders/status | {"id":8812} | press Track
pass read | json https://app.example/api/address/lookup | {"zip":"10115"} | type Zip
pass read | json https://app.example/api/form/validate | {"field":"email"} | type Email
pass read | json https://app.example/api/feed/load-more | {"cursor":"x"} | press Load more comments
pass read | json https://app.example/api/chart/data/fetch | {"metric":"sales"} | choose Metric
pass read | json https://app.example/api/products/compare | {"ids":[1,2]} | press Compare
pass read | json https://app.example/api/filter | {"brand":["x"],"price":[0,50]} | press Apply
pass read | json https://app.example/api/currency/convert | {"from":"EUR","to":"USD","amount":50} | press Transfer
pass read | json https://app.example/api/loan/calculator | {"amount":5000,"years":3} | press Apply now
pass reversible | json https://app.example/api/preferences | {"density":"compact"} | press Submit
pass reversible | put https://app.example/api/columns/order | {"ids":[3,1,2]} | press Reorder
pass reversible | json https://app.example/api/tour/dismiss | {} | press Skip
pass reversible | json https://app.example/api/favorites | {"id":4} | press Book
pass reversible | patch https://board.example/api/cards/4/position | {"list":2} | press Move
pass reversible | patch https://board.example/api/cards/4/rename | {"name":"x"} | press Rename
pass reversible | json https://board.example/api/cards/4/labels/toggle | {"id":2} | press Label
pass reversible | json https://app.example/api/recently-viewed/add | {"id":4} | load
pass reversible | json https://shop.test/api/location/set | {"zip":"10115"} | press Apply
pass reversible | json https://shop.test/api/compare-list/add | {"id":4} | press Compare
pass reversible | json https://music.example/api/queue/add | {"id":4} | press Add
pass reversible | json https://music.example/api/playlists/4/tracks/add | {"id":4} | press Add to playlist
pass reversible | json https://mail.test/api/threads/44/unread | {} | press Mark unread
pass draft | put https://doc.example/api/documents/4/autosave | {"ops":[]} | type Body
pass draft | json https://doc.example/save | {"rev":4,"bundles":[{"commands":[]}]} | type Body
pass draft | json https://form.example/answers/autosave.json | {"q1":"x"} | type Answer
# Reversible in truth, and nothing on the line says so: pauses here are the price of not guessing.
pass reversible | json https://app.example/list | ["price"] | press Sort by price | header:next-action=1a2b3c4d5e
pass read | form https://net.example/Grid.aspx | __EVENTTARGET=ctl00%24g1%24l4&__VIEWSTATE=%2FwEP | link 2
pass read | xform https://g.example/_/ui/batchexecute?rpcids=zZ9 | f.req=%5B%5B%5B%22zZ9%22%5D%5D%5D | press Next page
pass reversible | put https://app.example/api/w/4 | {"col":3} | press Move right
`;
