/** Posts, reviews, votes, bookings; and what only looks like them. */
export const publishAndBook = `
ask publish | json https://blog.test/api/posts/7/publish | {} | press OK
ask publish | put https://blog.test/ghost/api/admin/posts/7 | {"posts":[{"id":"7","status":"published"}]} | press Update
ask publish | form https://forum.example/t/55/reply | message=I+agree | press Submit
ask publish | json https://social.example/api/v1/statuses | {"status":"Hello world from me","visibility":"public"} | press Continue
ask publish | json https://social.example/api/posts | {"text":"Hello"} | press Share
ask publish | json https://video.example/api/videos/9/comments | {"text":"Nice"} | press OK
ask publish | json https://review.example/api/v1/products/5/reviews | {"rating":4,"text":"Good"} | press Continue
ask publish | form https://movie.example/title/5/rate | rating=9 | press 9
ask publish | json https://forum.example/api/questions/5/vote | {"direction":"up"} | press ▲
ask publish | json https://git.example/api/repos/a/b/issues | {"title":"Crash","body":"It crashes"} | press Create
ask publish | json https://git.example/api/repos/a/b/pulls/4/merge | {"method":"squash"} | press OK
ask publish | json https://git.example/api/repos/a/b/releases | {"tag":"v1"} | press Save
ask publish | json https://market.example/api/listings/new | {"title":"Bike","price":90} | press Continue
ask publish | json https://news.example/api/newsletter/12/release | {} | press Done
ask publish | xform https://wp.example/wp-admin/post.php | action=editpost&post_ID=4&post_status=publish&content=Hi | press Update
ask publish | json https://photo.example/api/pages/4 | {"visibility":"public"} | press Apply
ask publish | json https://cms.example/api/entry/4/update | {"title":"News"} | press Publish now
ask publish | json https://survey.example/api/poll | {"title":"Where shall we go for lunch on Friday?","options":["A","B"]} | press Create poll
ask publish | beacon https://social.example/share/post | {"text":"Look"} | press X
ask book | json https://dine.example/api/reservations | {"date":"2026-08-02","time":"19:00","party":2} | press Continue
ask book | form https://hair.example/appointments/create | slot=2026-08-02T10%3A00&service=cut | press Next
ask book | json https://hotel.example/api/book | {"room":"double","nights":2} | press Reserve
ask book | json https://clinic.example/api/slots/551/confirm | {"patient":"Ann"} | press Confirm
ask book | json https://event.example/api/events/5/rsvp | {"answer":"yes"} | press Going
ask book | json https://dog.example/api/appointment-request/ | {"pet":"Rex","date":"2026-08-03"} | press Submit
ask book | json https://gym.example/classes/17/enroll | {"time":"18:00"} | press Join
ask book | form https://home.example/schedule/visit | date=2026-08-09&phone=030 | press Weiter
ask book | json https://table.example/dapi/slot/lock/complete | {"slotHash":"99"} | press Complete
ask book | json https://lib.example/api/rooms/12/reserve | {"from":"10:00","to":"12:00"} | press Done
ask book | put https://cal.example/api/meetings/4/state | {"status":"confirmed"} | press Yes
# Look-alikes.
pass read | json https://blog.test/api/posts/search | {"q":"publish"} | press Post
pass read | json https://blog.test/api/posts/7/preview | {"content":"Hi"} | press Publish
pass read | json https://review.example/api/reviews/filter | {"stars":5,"page":2} | press Reviews
pass read | json https://review.example/api/reviews/list | {"product":5,"sort":"newest"} | press Write a review
pass read | get https://review.example/products/5/reviews?page=2 | - | link Reviews
pass read | get https://blog.test/post/how-to-delete-your-account-and-cancel-everything?id=5 | - | link How to delete your account
pass read | json https://dine.example/api/availability | {"date":"2026-08-02","party":2} | press Book a table
pass read | json https://dine.example/api/slots/search | {"date":"2026-08-02"} | press Reserve
pass read | json https://hotel.example/api/rooms/available | {"from":"2026-08-02","to":"2026-08-04"} | press Book now
pass read | get https://hotel.example/book/room-5?from=2026-08-02 | - | link Book now
pass read | get https://books.example/books/reserve-collection | - | link Book reservations
pass draft | json https://blog.test/api/posts/7/autosave | {"title":"Hel"} | type Title
pass draft | put https://blog.test/ghost/api/admin/posts/7 | {"posts":[{"id":"7","status":"draft","title":"Hel"}]} | type Title
pass draft | xform https://wp.example/wp-admin/admin-ajax.php | action=heartbeat&data%5Bwp_autosave%5D%5Bcontent%5D=Hel | type Content
pass draft | json https://forum.example/api/drafts/save | {"topic":5,"text":"I agr"} | type Reply
pass reversible | json https://social.example/api/posts/9/like | {} | press Like
pass reversible | json https://social.example/api/posts/9/bookmark | {} | press Post bookmark
pass reversible | json https://social.example/api/users/9/follow | {} | press Follow
pass reversible | json https://social.example/api/posts/9/hide | {} | press Hide post
pass reversible | json https://video.example/api/videos/9/watch-later/add | {} | press Save
pass telemetry | json https://video.example/api/stats/watchtime | {"cpn":"x","st":1,"et":5} | press Comment
pass telemetry | json https://social.example/api/posts/9/impression | {"dwell":900} | load
pass telemetry | beacon https://social.example/jot/client_event | {"event_name":"tweet::composer::click","timestamp":1767225600} | press Post
pass read | json https://event.example/api/events/search | {"city":"Berlin"} | press RSVP
pass read | json https://git.example/api/markdown/preview | {"text":"# Title of the issue"} | press Comment
pass reversible | json https://git.example/api/repos/a/b/star | {} | press Star
pass read | json https://cal.example/api/freebusy/query | {"items":["ann"]} | press Schedule
pass reversible | json https://forum.example/api/topics/5/mute | {} | press Mute topic
pass read | json https://movie.example/api/ratings/load | {"ids":[5]} | press Rate
`;
