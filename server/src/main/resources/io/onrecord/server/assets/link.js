'use strict';

// What stands behind the # is sent as a form and leaves the address, so that it stands in no log and no history.
{
  const token = location.hash.slice(1);
  const field = document.getElementById('token');
  if (token && field) {
    history.replaceState(null, '', location.pathname);
    field.value = token;
    field.form.submit();
  }
}
