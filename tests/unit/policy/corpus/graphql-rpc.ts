/** Calls by name: GraphQL in its many dresses, JSON-RPC, gRPC-web, tRPC, batches. */
export const graphqlAndRpc = String.raw`
ask pay | json https://shop.test/graphql | {"operationName":"PlaceOrder","query":"mutation PlaceOrder($i: In!) { placeOrder(input: $i) { id } }"} | press Continue
ask pay | json https://shop.test/graphql | {"query":"mutation { checkoutCompleteFree(id: 4) { id } }"} | press OK
ask pay | json https://shop.test/api/2026/graphql.json | {"operationName":"SubmitForCompletion","extensions":{"persistedQuery":{"sha256Hash":"ab"}},"variables":{}} | press Pay
ask send | json https://chat.example/gql | {"operationName":"SendMessageMutation","variables":{"text":"hi"}} | enter Message
ask send | json https://x.example/graphql | [{"operationName":"Viewer","query":"query Viewer { me { id } }"},{"operationName":"InviteUser","query":"mutation InviteUser { inviteUser { ok } }"}] | press OK
ask publish | json https://prof.example/graphql | {"operationName":"RateTeacherMutation","variables":{"r":4}} | press Next
ask publish | json https://x.example/i/api/graphql/a8fX/CreateTweet | {"variables":{"tweet_text":"hi"},"queryId":"a8fX"} | press Go
ask publish | xform https://fb.example/api/graphql/ | fb_api_req_friendly_name=UFICreateCommentMutation&doc_id=99&variables=%7B%7D | enter Comment
ask publish | graphql https://x.example/graphql | mutation { addComment(text: "hi") { id } } | press OK
ask book | json https://dine.example/dapi/fe/gql?optype=mutation&opname=BookSlotLock | {"variables":{"slot":1}} | press Next
ask delete | json https://x.example/graphql | {"query":"# query\nmutation Q { deleteAccount(id: 4) { ok } }"} | press OK
ask delete | json https://x.example/graphql | {"operationName":"B","query":"query A { me { id } } mutation B { removeProject(id: 4) { ok } }"} | press OK
ask delete | json https://x.example/graphql?operationName=cancelSubscription | {"query":"mutation cancelSubscription { cancelSubscription { ok } }"} | press Keep
ask grant | json https://git.example/graphql | {"query":"mutation($in: X!) { addCollaborator(input: $in) { id } }"} | press Add
ask account | json https://x.example/graphql | {"query":"mutation { a: updatePassword(p: \"x\") { ok } }"} | press Save
ask upload | xmulti https://x.example/graphql | operations=%7B%22query%22%3A%22mutation%20(%24f%3A%20Upload!)%20%7B%20uploadFile(file%3A%20%24f)%20%7B%20id%20%7D%20%7D%22%7D&0=@cv.pdf | press OK
ask accept | json https://pet.example/graphql | {"operationName":"CreateAdoptionApplication","query":"mutation CreateAdoptionApplication { createApplication { id } }"} | press OK
ask unexplained | json https://x.example/graphql | {"query":"mutation Zap { zap(id: 4) { ok } }"} | press OK
ask unexplained | json https://x.example/graphql | {"doc_id":"7712","variables":{"id":"4"}} | press OK
ask pay | grpc https://shop.test/shop.v1.OrderService/CreateOrder | ... | press OK
ask delete | grpc https://cloud.example/vm.v1.Instances/DeleteInstance | ... | press OK
ask pay | grpc https://bank.example/bank.v1.PaymentService/Execute | ... | press OK
ask send | json https://mail.test/jsonrpc | {"jsonrpc":"2.0","method":"mail.send","params":{"to":"ann@example.com"},"id":1} | press OK
ask delete | json https://erp.example/rpc | [{"jsonrpc":"2.0","method":"record.read","id":1},{"jsonrpc":"2.0","method":"record.unlinkAndDelete","id":2}] | press OK
ask send | json https://x.example/api/trpc/message.send?batch=1 | {"0":{"json":{"text":"hi"}}} | press OK
ask publish | json https://x.example/api/trpc/user.me,post.create?batch=1 | {"0":{},"1":{"title":"Hi"}} | press OK
ask delete | mixed https://data.example/odata/$batch | --batch\nContent-Type: application/http\n\nGET /Items(3) HTTP/1.1\n\n--batch\nContent-Type: application/http\n\nDELETE /Items(3) HTTP/1.1\n\n--batch-- | press OK
ask send | json https://graph.example/v1.0/$batch | {"requests":[{"id":"1","method":"GET","url":"/me"},{"id":"2","method":"POST","url":"/me/sendMail","body":{"subject":"x"}}]} | press OK
ask publish | xform https://fb.example/v19/ | batch=%5B%7B%22method%22%3A%22POST%22%2C%22relative_url%22%3A%22me%2Fposts%22%7D%5D | press OK
ask pay | json https://shop.test/jsonrpc | {"jsonrpc":"2.0","method":"checkout.placeOrder","params":{},"id":4} | press Weiter
ask delete | json https://app.example/livewire/update | {"components":[{"calls":[{"method":"deleteInvoice","params":[4]}]}]} | press OK
ask pay | form https://net.example/Order.aspx | __EVENTTARGET=ctl00%24btnPlaceOrder&__VIEWSTATE=%2FwEP | press Weiter
ask grant | json https://x.example/graphql | {"operationName":"ShareDocument","query":"mutation ShareDocument { shareDocument(id: 4) { url } }"} | press Done
ask send | json https://x.example/graphql | {"operationName":"sendInquiry","extensions":{"persistedQuery":{"sha256Hash":"ab"}}} | press Los
ask publish | json https://trip.example/data/graphql/ids | [{"variables":{"text":"A fine tour with a good guide"},"extensions":{"preRegisteredQueryId":"ab12","operation":"submitReview"}}] | press Continue
# Look-alikes.
pass read | json https://shop.test/graphql | {"operationName":"OrderDetails","query":"query OrderDetails { order(id: 4) { total } }"} | press Buy
pass read | json https://shop.test/graphql | {"query":"{ cart { items { id } } }"} | press Order
pass read | json https://shop.test/graphql | {"query":"query { mutationLog { deleteCount } }"} | press Delete
pass read | json https://x.example/graphql | {"query":"query Q { search(text: \"mutation { delete }\") { id } }"} | press Send
pass read | json https://x.example/graphql | [{"operationName":"A","query":"query A { a }"},{"operationName":"B","query":"query B { b }"}] | press Publish
pass read | json https://x.example/graphql | {"operationName":"SearchResultsQuery","extensions":{"persistedQuery":{"sha256Hash":"ab"}}} | press Search
pass read | json https://x.example/graphql | {"operationName":"OrderHistory","extensions":{"persistedQuery":{"sha256Hash":"ab"}}} | link Orders
pass read | json https://x.example/graphql | {"operationName":"GetPaymentMethods","extensions":{"persistedQuery":{"sha256Hash":"ab"}}} | press Pay
pass read | xget https://x.example/graphql?operationName=CommentList&extensions=%7B%22persistedQuery%22%3A%7B%7D%7D | - | press Comments
pass read | xget https://x.example/graphql?query=query%20%7B%20orders%20%7B%20id%20%7D%20%7D | - | press Orders
pass read | json https://dine.example/dapi/fe/gql?optype=query&opname=RestaurantsAvailability | {"variables":{}} | press Book
pass read | graphql https://x.example/graphql | query { comments { id } } | press Comment
pass read | xform https://fb.example/api/graphql/ | fb_api_req_friendly_name=CommentsListPaginationQuery&doc_id=98&variables=%7B%7D | press More comments
pass reversible | json https://shop.test/graphql | {"operationName":"AddToCart","query":"mutation AddToCart { cartLinesAdd(id: 4) { id } }"} | press Buy
pass reversible | json https://shop.test/graphql | {"query":"mutation { removeCartItem(id: 4) { id } }"} | press Delete
pass reversible | json https://x.example/graphql | {"query":"mutation LikePost { likePost(id: 4) { id } }"} | press Like
pass reversible | json https://x.example/graphql | {"operationName":"MarkNotificationsRead","query":"mutation MarkNotificationsRead { markNotificationsRead { ok } }"} | load
pass reversible | json https://x.example/graphql | {"query":"mutation { toggleFavorite(id: 4) { on } }"} | press Save
pass reversible | json https://x.example/graphql | {"operationName":"SetLocale","query":"mutation SetLocale { setLocale(l: \"de\") { ok } }"} | choose Language
pass draft | json https://x.example/graphql | {"query":"mutation SaveDraft { saveDraft(text: \"x\") { id } }"} | type Text
pass telemetry | json https://x.example/graphql | {"operationName":"TrackEvent","query":"mutation TrackEvent { trackEvent(e: \"pay\") { ok } }"} | press Pay
pass telemetry | json https://x.example/graphql | {"operationName":"LogImpression","query":"mutation LogImpression { logImpression { ok } }"} | load
pass read | grpc https://shop.test/shop.v1.OrderService/ListOrders | ... | press Orders
pass read | grpc https://bank.example/bank.v1.PaymentService/GetPayment | ... | press Pay
pass read | grpc https://cloud.example/vm.v1.Instances/WatchInstances | ... | load
pass reversible | grpc https://shop.test/shop.v1.CartService/AddItem | ... | press Buy
pass read | json https://erp.example/rpc | {"jsonrpc":"2.0","method":"invoice.search_read","params":{},"id":1} | press Invoices
pass read | json https://x.example/api/trpc/post.list | {"json":{"page":1}} | press Posts
pass read | xget https://x.example/api/trpc/order.byId?input=%7B%22id%22%3A4%7D | - | link Order
pass read | mixed https://data.example/odata/$batch | --batch\nContent-Type: application/http\n\nGET /Orders(3) HTTP/1.1\n\n--batch-- | press Orders
pass read | json https://graph.example/v1.0/$batch | {"requests":[{"id":"1","method":"GET","url":"/me/messages"},{"id":"2","method":"GET","url":"/me/events"}]} | press Send
pass reversible | json https://app.example/livewire/update | {"components":[{"calls":[{"method":"addToCart","params":[4]}]}]} | press Buy
pass read | json https://app.example/livewire/update | {"components":[{"calls":[{"method":"sortBy","params":["price"]}]}]} | press Price
pass read | form https://net.example/List.aspx | __EVENTTARGET=ctl00%24grid%24btnSearch&__VIEWSTATE=%2FwEP | press Order
pass reversible | json https://x.example/graphql | {"operationName":"UpdateCartQuantity","query":"mutation UpdateCartQuantity { cartLinesUpdate(q: 2) { id } }"} | choose Quantity
pass read | json https://idx.example/indexes/products/_search | {"query":"pay"} | type Search
pass read | json https://algolia.example/1/indexes/*/queries | {"requests":[{"indexName":"orders","query":"del"}]} | type Search
`;
