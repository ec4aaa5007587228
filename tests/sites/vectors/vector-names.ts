/** All vectors of shared/effects-measured.csv but those of service workers, which need `/?sw`. See vectors.js. */
export const VECTORS =
  'fetch xhr_put beacon keepalive_fetch fetchLater fetchLater_direct big_body_3MB blob_body formdata_file cors_preflighted redirect307 a_ping csp_report dedicated_worker_fetch worker_websocket shared_worker_fetch websocket img_GET link_prefetch_GET srcdoc_iframe_fetch form_iframe oopif_fetch oopif_form form_target_blank popup_script_fetch form_main_nav pagehide_beacon'.split(
    ' ',
  );
export const OF_SERVICE_WORKERS = 'sw_own_fetch sw_bgsync_fetch sw_forwarded_fetch sw_rewritten_get_as_POST'.split(' ');
