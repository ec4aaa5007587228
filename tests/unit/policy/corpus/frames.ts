/** WebSocket frames: a send looks like any other text on the line. */
export const frames = String.raw`
ask send | frame wss://chat.example/ws | {"type":"message","room":4,"text":"hello"} | enter Message
ask send | frame wss://chat.example/socket.io/?EIO=4 | 42["send message",{"text":"hello"}] | enter Message
ask send | frame wss://chat.example/sockjs/websocket | {"msg":"method","method":"sendMessage","params":[{"rid":"4","msg":"hello"}],"id":"7"} | enter Message
ask send | frame wss://chat.example/live | ["3","9","room:4","new_msg",{"body":"hello"}] | enter Message
ask send | frame wss://chat.example/stomp | SEND\ndestination:/app/chat.sendMessage\n\n{"text":"hello"} | press Los
ask pay | frame wss://broker.example/stream | {"op":"placeOrder","args":{"symbol":"ACME","qty":1}} | press Confirm
ask pay | frame wss://auction.example/live | {"action":"bid","lot":4,"amount":120} | press Now
ask delete | frame wss://board.example/ws | {"jsonrpc":"2.0","method":"card.delete","params":{"id":4},"id":3} | press OK
ask delete | frame wss://api.example/graphql | {"id":"1","type":"subscribe","payload":{"query":"mutation { deleteBoard(id: 4) { ok } }"}} | press OK
ask publish | frame wss://cable.example/cable | {"command":"message","identifier":"{\"channel\":\"PostChannel\"}","data":"{\"action\":\"publish\",\"id\":4}"} | press OK
ask unexplained | frame wss://x.example/ws | {"a":7,"b":[1,2]} | press OK
ask send | frame wss://hub.example/chat | {"type":1,"target":"SendMessage","arguments":["ann","hello"]} | enter Message
ask publish | frame wss://vote.example/ws | {"event":"vote","option":2} | press B
ask grant | frame wss://doc.example/ws | {"type":"share_document","with":"bo@example.com"} | press Done
# Look-alikes.
pass read | frame wss://chat.example/ws | {"type":"ping"} | press Send
pass read | frame wss://chat.example/socket.io/?EIO=4 | 2 | enter Message
pass read | frame wss://chat.example/socket.io/?EIO=4 | 3probe | press Send
pass draft | frame wss://chat.example/ws | {"type":"typing","room":4} | type Message
pass draft | frame wss://chat.example/socket.io/?EIO=4 | 42["typing",{"room":4}] | type Message
pass read | frame wss://chat.example/live | ["3","3","room:4","phx_join",{}] | press Join
pass read | frame wss://chat.example/live | [null,"9","phoenix","heartbeat",{}] | press Send
pass read | frame wss://feed.example/ws | {"event":"pusher:subscribe","data":{"channel":"orders"}} | press Orders
pass read | frame wss://broker.example/stream | {"op":"subscribe","args":["orders.ACME"]} | press Buy
pass read | frame wss://broker.example/stream | {"op":"unsubscribe","args":["orders.ACME"]} | press Close
pass read | frame wss://api.example/graphql | {"id":"1","type":"subscribe","payload":{"query":"subscription { messageAdded { id } }"}} | press Chat
pass read | frame wss://chat.example/stomp | SUBSCRIBE\nid:sub-0\ndestination:/topic/orders\n\n | press Orders
pass read | frame wss://api.example/graphql | {"type":"connection_init","payload":{}} | load
pass reversible | frame wss://chat.example/ws | {"type":"mark_read","room":4,"upto":99} | link Room
pass reversible | frame wss://doc.example/ws | {"type":"cursor","x":4,"y":9} | press Publish
pass reversible | frame wss://chat.example/ws | {"type":"presence","state":"online"} | press Send
pass unexplained | frame wss://x.example/ws | {"a":7,"b":[1,2]} | load
`;
