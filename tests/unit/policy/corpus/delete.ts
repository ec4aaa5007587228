/** Deleting for good, cancelling, overwriting, bulk changes; and taking out, trashing, archiving, dismissing. */
export const deletion = `
ask delete | delete https://drive.test/api/files/88 | - | press OK
ask delete | form https://forum.example/posts/8 | _method=delete&authenticity_token=x | press Yes
ask delete | json https://drive.test/api/files/88 | {} | press OK | header:x-http-method-override=DELETE
ask delete | json https://drive.test/api/trash/empty | {} | press Empty
ask delete | json https://mail.test/api/messages/44/delete | {"permanent":true} | press OK
ask delete | json https://photo.example/api/albums/remove | {"id":4} | press Continue
ask delete | json https://shop.test/api/orders/8812/cancel | {"reason":"late"} | press Submit
ask delete | json https://saas.example/api/subscription/cancel | {} | press Continue
ask delete | json https://gym.example/membership/terminate | {"date":"2026-12-31"} | press Weiter
ask delete | json https://saas.example/api/account/close | {"reason":"other"} | press Next
ask delete | json https://cloud.example/v1/vms/web-1/destroy | {} | press Confirm
ask delete | json https://db.example/api/tables/users/drop | {} | press Run
ask delete | json https://sheet.example/v4/spreadsheets/1:batchUpdate | {"requests":[{"deleteSheet":{"sheetId":5}}]} | press OK
ask delete | json https://todo.example/sync/v9/sync | {"commands":[{"type":"item_delete","uuid":"a","args":{"id":"5"}}]} | press Done
ask delete | json https://crm.example/api/contacts/bulk-delete | {"ids":[1,2,3]} | press OK
ask delete | json https://crm.example/api/products/bulk | {"ids":[1,2,3],"price":0} | press Apply
ask delete | json https://wiki.example/api/page/44/purge | {} | press OK
ask delete | xform https://old.example/admin/index.php | action=delete&id=7 | press Go
ask delete | form https://old.example/admin/list | op=Delete+selected&ids%5B%5D=7 | press Ausführen
ask delete | json https://drive.test/api/items/update | {"id":5} | press Delete forever
ask delete | json https://drive.test/api/items/5/update | {"x":1} | press OK ~ dialog=Delete permanently? This cannot be undone.
ask delete | json https://drive.test/api/x/5 | {"x":1} | press OK ~ confirm=Really delete this folder?
ask delete | json https://list.example/api/members/unsubscribe | {"email":"ann@example.com"} | press Bye
ask delete | beacon https://drive.test/api/files/delete | {"id":9} | press X
ask delete | put https://drive.test/api/files/88/overwrite | {"rev":4} | press Replace
ask delete | json https://photo.example/api/media/erase | {"ids":["a"]} | press Done
ask delete | json https://dine.example/api/reservations/551/cancel | {} | press Yes
ask delete | json https://git.example/api/repos/a/b/branches/delete | {"name":"x"} | press OK
ask delete | xform https://mail.test/?_task=mail&_action=delete | _uid=44&_mbox=Trash | press Delete
ask delete | json https://mail.test/api/folder/expunge | {"name":"Old"} | press Compact
ask delete | delete https://api.example/v1/users/42/photos/9 | - | press Remove photo
ask delete | patch https://drive.test/api/files/88 | {"deleted":true,"permanent":true} | press OK
# Look-alikes.
pass read | get https://drive.test/files?filter=deleted | - | link Delete
pass read | get https://shop.test/orders?status=cancelled&page=2 | - | link Cancelled
pass read | get https://drive.test/trash | - | link Trash
pass read | get https://help.example/articles/12345-how-to-delete-a-file | - | link Delete a file
pass read | json https://drive.test/api/files/search | {"q":"delete me"} | press Delete
pass read | json https://drive.test/api/trash/list | {"page":1} | press Deleted files
pass read | json https://drive.test/api/files/88/delete/check | {} | press Delete
pass read | get https://docs.example/reference/users/delete?version=2 | - | link DELETE /users
pass reversible | json https://mail.test/api/messages/44/trash | {} | press Delete
pass reversible | json https://drive.test/api/files/88/move-to-trash | {} | press Delete
pass reversible | json https://mail.test/api/messages/batchModify | {"ids":["44"],"addLabelIds":["TRASH"]} | press Delete
pass reversible | xform https://mail.test/?_task=mail&_action=move | _uid=44&_target_mbox=Trash | press Delete
pass reversible | patch https://drive.test/api/files/88 | {"trashed":true} | press Remove
pass reversible | patch https://todo.example/api/items/5 | {"archived":true} | press Remove
pass reversible | json https://drive.test/api/files/88/restore | {} | press Undelete
pass reversible | json https://shop.test/cart/remove | {"line":2} | press Delete
pass reversible | xform https://shop.test/cart/clear | - | press Empty cart
pass reversible | delete https://shop.test/api/wishlist/5 | - | press Remove
pass reversible | delete https://social.example/api/posts/9/like | - | press Unlike
pass reversible | delete https://news.example/api/bookmarks/5 | - | press Remove bookmark
pass reversible | json https://app.example/api/notifications/clear | {} | press Clear all
pass reversible | json https://app.example/api/filters/remove | {"id":"price"} | press Remove filter
pass reversible | json https://app.example/api/banner/dismiss | {"id":"promo"} | press Cancel
pass reversible | json https://mail.test/api/messages/bulk/archive | {"ids":[1,2,3]} | press Archive all
pass reversible | json https://mail.test/api/messages/bulk/mark-read | {"ids":[1,2,3]} | press Mark all
pass reversible | json https://app.example/api/search-history/hide | {"q":"x"} | press Remove
pass reversible | get https://shop.test/cart/?remove_item=4f2a9c&_wpnonce=1a | - | link Remove
pass session | delete https://app.example/api/session | - | press Sign out
pass reversible | json https://app.example/api/modal/close | {"id":"tour"} | press Close
pass reversible | delete https://video.example/api/watchlist/items/5 | - | press Remove
pass telemetry | json https://app.example/api/log | {"level":"info","message":"delete clicked","timestamp":1767225600} | press Delete
pass reversible | json https://app.example/api/selection/clear | {} | press Clear
`;
