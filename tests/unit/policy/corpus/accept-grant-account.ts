/** Agreeing, signing, applying, granting, accounts, uploads; and what only looks like them. */
export const acceptGrantAccount = `
ask accept | form https://app.example/terms/accept | version=4 | press Continue
ask accept | json https://sign.example/api/envelopes/5/sign | {"signature":"Ann"} | press Finish
ask accept | json https://jobs.example/api/applications | {"name":"Ann","cv":"r1"} | press Next
ask accept | form https://jobs.example/job/55/apply | name=Ann&email=ann%40example.com | press Continue
ask accept | json https://gov.example/forms/ab1/submission | {"taxId":"12","declared":true} | press Done
ask accept | json https://insure.example/api/claims | {"policy":"P1","text":"Water damage"} | press Next
ask accept | json https://uni.example/api/enrollment | {"course":"CS50"} | press OK
ask accept | json https://petition.example/api/petitions/5/signature | {"name":"Ann"} | press Go
ask accept | json https://work.example/api/timesheets/5/certify | {} | press OK
ask accept | json https://app.example/api/agreement | {"agreed":true} | press OK
ask accept | json https://loan.example/api/step/save | {"income":3000} | press Submit application
ask accept | form https://gov.example/eform/step9 | declaration=on&submit=Submit+declaration | press Submit declaration
ask accept | json https://report.example/api/complaint | {"text":"A scam"} | press File
ask grant | form https://id.example/oauth/authorize | client_id=c&scope=mail.read&approve=1 | press Continue
ask grant | json https://id.example/oauth2/consent | {"client_id":"c","granted":["calendar"]} | press Continue
ask grant | json https://drive.test/api/files/88/permissions | {"role":"writer","email":"bo@example.com"} | press Done
ask grant | json https://drive.test/api/files/88/share | {"anyone":true} | press Copy link
ask grant | json https://cloud.example/api/keys/apikey/create | {"name":"ci"} | press Create
ask grant | json https://git.example/api/repos/a/b/collaborators | {"user":"bo"} | press Add
ask grant | json https://team.example/api/members/5/role | {"role":"admin"} | press Save
ask grant | json https://git.example/settings/webhooks/new | {"url":"https://x.test"} | press OK
ask grant | json https://bank.example/api/mandates/authorize | {"payee":"Gym"} | press Continue
ask grant | json https://hr.example/api/leave-requests/5/approve | {} | press OK
ask account | form https://app.example/signup | email=ann%40example.com&password=x | press Continue
ask account | json https://app.example/api/register | {"email":"ann@example.com"} | press Next
ask account | json https://app.example/api/account/email | {"email":"new@example.com"} | press Save
ask account | json https://app.example/api/password/change | {"old":"x","new_password":"y"} | press Save
ask account | json https://app.example/settings/security/2fa/disable | {"mfa":false} | press OK
ask account | json https://app.example/api/me/update | {"current_password":"x","new_password":"y"} | press Save
ask account | form https://app.example/forgot-password | email=ann%40example.com | press Continue
ask account | json https://app.example/api/account/deactivate | {} | press Pause
ask account | patch https://app.example/api/user | {"phone":"+4930"} | press Save
ask upload | xmulti https://drive.test/api/files | folder=4&file=@cv.pdf | press Done
ask upload | multi https://jobs.example/resume | resume=@cv.pdf&name=Ann | press Continue
ask upload | bytes https://bucket.store.example/u/77?X-Sig=ab | ... | choose File
ask upload | xmulti https://chat.example/api/attachments | payload=1&files%5B0%5D=@cat.jpg | press Open
ask upload | json https://photo.example/api/import | {"source":"https://x.test/a.csv"} | press Go
ask upload | xmulti https://app.example/api/q7 | f=@scan.png | choose File
# Look-alikes.
pass reversible | json https://cmp.example/consent | {"purposes":{"ads":false}} | press Reject all
pass reversible | json https://cmp.example/v1/consent/record | {"choice":"accept_all"} | press Accept all cookies
pass reversible | xform https://shop.test/cookie-settings | analytics=0&ads=0 | press Agree and continue
pass reversible | json https://shop.test/gdpr/cookies/save | {"necessary":true} | press Allow necessary
pass read | get https://id.example/oauth/authorize?client_id=c&scope=mail.read | - | link Connect
pass read | get https://app.example/terms | - | link Terms
pass read | get https://jobs.example/job/55/apply | - | link Apply now
pass read | json https://jobs.example/api/jobs/search | {"q":"engineer","page":1} | press Apply filters
pass read | json https://jobs.example/api/applications/list | {"state":"open"} | link Applications
pass read | json https://jobs.example/api/applications/validate | {"email":"ann@example.com"} | type Email
pass read | json https://app.example/api/signup/check-username | {"u":"ann"} | type User name
pass read | json https://app.example/api/users/search | {"q":"bo"} | type Share with
pass read | json https://drive.test/api/permissions/list | {"file":88} | press Share
pass session | form https://app.example/login | user=ann&password=x | press Sign in
pass session | json https://app.example/api/auth/login | {"email":"ann@example.com","password":"x"} | enter Password
pass session | json https://id.example/oauth/token | {"grant_type":"refresh_token","refresh_token":"x"} | load
pass session | json https://app.example/api/auth/refresh | {} | load
pass session | form https://app.example/users/sign_in | user%5Blogin%5D=ann&user%5Bpassword%5D=x | press Continue
pass session | form https://app.example/users/sign_out | _method=delete&authenticity_token=x | link Sign out
pass session | json https://app.example/api/auth/mfa/verify | {"code":"123456"} | press Verify
pass session | get https://app.example/logout | - | link Log out
pass reversible | json https://app.example/api/user/preferences | {"theme":"dark"} | press Save
pass reversible | json https://app.example/account/settings/language | {"lang":"de"} | choose Language
pass reversible | json https://app.example/api/account/notifications/settings | {"email":false} | press Save
pass reversible | multi https://shop.test/cart/add | id=4&qty=1&photo=@ | press Add to cart
pass read | json https://app.example/api/filters/apply | {"brand":"x"} | press Apply
pass draft | json https://jobs.example/api/applications/5/draft | {"name":"An"} | type Name
pass draft | json https://gov.example/forms/ab1/autosave | {"taxId":"1"} | type Tax number
pass telemetry | csp https://app.example/csp-report | {"csp-report":{"blocked-uri":"x"}} | press Accept
pass read | json https://app.example/api/files/metadata/get | {"id":4} | press Upload
pass reversible | json https://app.example/api/user/avatar-color/set | {"c":"red"} | press Apply
`;
