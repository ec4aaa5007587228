/** Buying, paying, donating, bidding, subscribing; and what only looks like it. */
export const pay = `
ask pay | form https://shop.test/checkout/place-order | cart=81&total=59.90&currency=EUR&_csrf=a1 | press Continue
ask pay | form https://shop.test/order | name=Ann&street=Main+1&city=Berlin | press Place order
ask pay | json https://api.store.example/v2/orders | {"items":[{"sku":"A-1","qty":2}],"addressId":"91"} | press Next
ask pay | json https://api.store.example/store/carts/cart_01H/complete | {} | press OK
ask pay | json https://pay.example/v1/payment_intents/pi_3N/confirm | {"payment_method":"pm_1","return_url":"https://x.test"} | press Submit
ask pay | form https://books.example/buy | isbn=9783&qty=1 | press Buy with 1-Click
ask pay | json https://air.example/api/booking/payment | {"cardNumber":"4111111111111111","cvc":"123","amount":340} | press Pay 340
ask pay | form https://charity.example/donate | amount=25&currency=USD&frequency=once | press Give
ask pay | json https://auction.example/api/lots/4471/bids | {"amount":120,"currency":"GBP"} | press Confirm
ask pay | json https://bank.example/api/transfers | {"iban":"DE89370400440532013000","amount":"100.00","reference":"rent"} | press Next
ask pay | json https://bank.example/payments/execute | {"paymentId":"77"} | press Done
ask pay | form https://news.example/subscribe | plan=yearly&price=99 | press Start reading
ask pay | json https://saas.example/api/billing/upgrade | {"plan":"pro"} | press Upgrade
ask pay | json https://saas.example/api/billing/subscription | {"planId":"team","seats":5} | press Save
ask pay | json https://stream.example/api/tip | {"streamer":"bob","amount":5} | press Cheer
ask pay | json https://broker.example/trade/orders | {"symbol":"ACME","side":"buy","qty":10} | press Review
ask pay | xform https://wp.example/?wc-ajax=checkout | billing_email=a%40b.test&payment_method=stripe&terms=on | press Proceed
ask pay | form https://old.example/cgi-bin/shop.pl | cmd=buy&item=77&n=1 | press Go
ask pay | json https://food.example/graph/checkout/submit | {"basketId":"b1"} | press Continue
ask pay | json https://ride.example/rt/riders/request-ride/purchase | {"fare":"12.30"} | press Confirm
ask pay | put https://shop.test/api/checkout/9f/finalize | {"accept":true} | press Weiter
ask pay | json https://shop.test/api/x/7f3 | {"card_number":"4242424242424242","exp":"12/30","cvv":"999"} | press Weiter
ask pay | json https://shop.test/api/session/step | {"step":4} | press Pay now 59,90 € ~ fields=card-number,cvc,expiry
ask pay | json https://shop.test/api/flow/update | {"state":"next"} | press Buy now
ask pay | form https://tickets.example/event/4/purchase | seats=12A,12B | press Continue
ask pay | json https://domains.example/api/v1/domains/renew | {"domain":"ann.example","years":1} | press Renew for 12 EUR
ask pay | json https://gift.example/api/giftcards/charge | {"value":50,"recipientEmail":"bo@example.com"} | press OK
ask pay | beacon https://shop.test/api/orders | {"cart":"c9","total":12.5} | press Done
ask pay | json https://fund.example/api/pledges/create | {"amount":40,"rewardId":3} | press Pledge
ask pay | json https://loan.example/api/invoices/8812/pay | {} | press Settle
ask pay | form https://parking.example/session/start | zone=12&minutes=90&total=4.50&currency=EUR | press Pay and start
ask pay | json https://tv.example/api/trial/start | {"offer":"30d"} | press Start free trial
# Look-alikes: the word is there, the deed is not.
pass read | json https://shop.test/api/orders/search | {"q":"boots","page":1} | press Order
pass read | json https://shop.test/api/orders | {"page":1,"limit":20,"sort":"-date"} | press Order history
pass read | json https://shop.test/api/checkout/shipping-estimate | {"zip":"10115"} | press Buy
pass read | json https://air.example/api/prices/quote/preview | {"from":"BER","to":"OSL"} | press Continue to payment
pass read | json https://bank.example/api/transactions/search | {"text":"rent","from":"2026-01-01"} | press Payments
pass read | json https://bank.example/api/payments/validate | {"iban":"DE8937"} | press Check
pass read | get https://shop.test/checkout?step=payment | - | press Proceed to checkout
pass read | get https://shop.test/orders/8812 | - | link Order 8812
pass read | get https://shop.test/buy/laptops?page=2 | - | link Buy laptops
pass read | get https://auction.example/lots/4471/bids | - | link Bids (12)
pass read | get https://charity.example/donate | - | link Donate
pass reversible | form https://shop.test/cart/add | sku=A-1&qty=1 | press Buy now
pass reversible | json https://shop.test/api/cart/items | {"sku":"A-1","qty":2} | press Buy
pass reversible | json https://shop.test/checkout/shipping-address | {"street":"Main 1","zip":"10115"} | press Continue to payment
pass reversible | json https://shop.test/api/cart/coupon | {"code":"SAVE10"} | press Apply
pass reversible | xform https://wp.example/?wc-ajax=update_shipping_method | shipping_method%5B0%5D=flat_rate | choose Delivery
pass reversible | json https://shop.test/api/checkout/delivery-options/select | {"option":"express"} | press Continue
pass reversible | delete https://shop.test/api/cart/items/3 | - | press Remove
pass reversible | json https://shop.test/api/wishlist/items | {"sku":"A-1"} | press Save for later
pass telemetry | beacon https://metrics.shop.test/collect | {"event":"purchase_click","t":1767225600123} | press Pay now | from:https://shop.test
pass telemetry | json https://shop.test/analytics/events | {"events":[{"name":"begin_checkout","value":59.9}]} | press Checkout
pass read | json https://broker.example/api/orders/preview | {"symbol":"ACME","qty":10} | press Review order
pass read | json https://shop.test/api/price/calculate | {"items":[{"sku":"A-1","qty":2}]} | press Buy 2
pass read | xget https://shop.test/api/payment-methods | - | press Pay with card
pass reversible | json https://list.example/api/lists/4/reorder | {"ids":[3,1,2]} | press Order
`;
