// Everything that moves on a page: countdown, keys, errors of refused forms.
