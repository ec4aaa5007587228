/** Addresses that do something by being opened, and the many that only show something. */
export const openedLinks = `
ask delete | get https://news.example/unsubscribe?u=81f&id=4c2 | - | link Unsubscribe
ask delete | get https://list.example/u/AbCdEf0123456789xyz | - | link Unsubscribe
ask delete | get https://old.example/admin/delete.php?id=7 | - | link Delete
ask delete | get https://old.example/index.php?action=delete&id=7 | - | link X
ask delete | get https://old.example/items/7/delete | - | link Remove
ask delete | xget https://api.example/orders/8812/cancel | - | press Cancel order
ask delete | get https://old.example/guestbook?del=42 | - | link x
ask delete | get https://wiki.example/w/index.php?title=Home&action=delete | - | link Delete
ask delete | get https://club.example/membership/cancel?token=9f8e7d6c5b4a39281706 | - | link Cancel
ask accept | get https://app.example/confirm?token=9f8e7d6c5b4a3928 | - | link Confirm
ask accept | get https://team.example/invitations/9f8e7d6c5b4a3928/accept | - | link Join the team
ask accept | get https://click.example/c/9f8e7d6c5b4a39281706a5b4 | - | link Accept the offer
ask grant | get https://hr.example/approvals/551/approve?key=ab12cd34 | - | link Approve
ask grant | get https://hr.example/a?do=approve&id=551 | - | link Yes
ask account | get https://app.example/account/deactivate?token=9f8e7d6c5b4a3928 | - | link Deactivate
ask publish | get https://news.example/vote?id=991&how=up&auth=77ab | - | link upvote
ask publish | get https://blog.test/posts/7/publish?now=1 | - | link Publish
ask publish | xget https://poll.example/api/vote?option=2&poll=81 | - | press B
ask pay | get https://old.example/buy.php?item=7&confirm=1&action=buy | - | link Buy
ask send | get https://old.example/sendmail?to=ann@example.com&text=hi&action=send | - | link Send
ask delete | get https://rsvp.example/r/551/decline-and-cancel?key=9f8e7d6c | - | link Cancel
ask account | get https://app.example/verify-email?token=9f8e7d6c5b4a3928 | - | link Verify
ask delete | get https://news.example/abmelden?id=81f9c2 | - | link Abmelden
ask delete | get https://news.example/desinscription?uid=81f9c2 | - | link Se désinscrire
ask delete | get https://news.example/baja?suscriptor=8191 | - | link Darse de baja
ask delete | get https://x.example/t/9f8e7d6c5b4a39281706a5b4 | - | link Kündigung bestätigen
pass read | get https://news.example/unsubscribe | - | link Unsubscribe
pass read | get https://app.example/account/delete | - | link Delete account
pass read | get https://shop.test/search?q=delete+unsubscribe&page=2 | - | link Next
pass read | get https://shop.test/items?sort=price&order=asc | - | link Order
pass read | get https://shop.test/checkout/cancel?session_id=cs_test_a1 | - | link Back
pass read | get https://shop.test/order/confirmation?id=8812 | - | load
pass read | get https://forum.example/questions/12345/how-do-i-delete-a-branch | - | link How do I delete a branch
pass read | get https://docs.example/api/delete?lang=en | - | link delete
pass read | get https://blog.test/2026/05/confirm-dialogs-considered-harmful?utm_source=x | - | link Confirm dialogs
pass read | get https://vote.example/elections/2026/vote-counts?district=4 | - | link Vote counts
pass read | get https://hr.example/approvals?status=approved&page=3 | - | link Approved
pass read | get https://news.example/tag/cancel-culture?page=2 | - | link Cancel culture
pass read | get https://maps.example/dir/?from=a&to=b | - | link Send route
pass read | xget https://shop.test/api/orders/8812/status?ts=1767225600 | - | load
pass read | get https://social.example/share?url=https%3A%2F%2Fx.test | - | link Share
pass read | get https://shop.test/product/B0ABCDEFGH12345678 | - | link Buy now
pass read | get https://shop.test/p/9f8e7d6c5b4a39281706a5b4 | - | link Order history
pass reversible | get https://wp.example/?add-to-cart=15 | - | link Buy
pass reversible | get https://wp.example/cart/?remove_item=9f8e7d6c&_wpnonce=12 | - | link Remove this item
pass session | get https://old.example/index.php?action=logout&sid=9f8e7d6c | - | link Delete session
pass session | get https://wp.example/wp-login.php?action=logout&_wpnonce=12 | - | link Log out
pass read | get https://git.example/a/b/compare/main...delete-old?expand=1 | - | link Compare
pass read | xget https://drive.test/api/files?trashed=true&pageSize=50 | - | link Delete
pass read | get https://app.example/settings?tab=delete-account | - | link Delete account
pass read | get https://help.example/hc/en-us/articles/360012345678-Cancel-your-subscription | - | link Cancel your subscription
pass read | xget https://shop.test/api/suggest?term=remove+paint | - | type Search
pass read | get https://video.example/watch?v=9f8e7d6c5b4 | - | link Delete this
pass read | get https://upload.pictures.example/en/thumb/9/94/Symbol_support_vote.svg/20px-Symbol_support_vote.svg.png | - | load
pass read | get https://cdn.example/icons/14/confirm.svg | - | load
pass read | get https://forum.example/index.php?action=register | - | link Register
ask account | get https://old.example/users/14/activate.php | - | link Activate
`;
