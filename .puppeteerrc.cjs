// The set-up picks the browser itself (scripts/chromium.mjs): an install must not fetch one behind its back.
module.exports = { skipDownload: true };
