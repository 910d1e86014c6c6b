# Every word of the interface in English. The words of a programme are in its package.

## Layout
page-title = { $title } – { $site }
site-name = Hatua
site-name-demonstration = Hatua demonstration
demonstration = Demonstration
language-name = English
skip = Skip to content
site-menu = Site
language-menu = Language
menu = Menu
all-pages = All pages
menu-actions = Actions
menu-methods = Methods
menu-changes = Changes
footer = Every computed figure opens to its definition, its evidence and its history.
currency-EUR = €
currency-USD = US$
currency-GBP = £

## Errors
not-found = No page has this address
not-found-nearest = Perhaps you meant
not-found-promise = Addresses here do not die: a renamed page leads on, and a removed one says when and why.
removed = This figure was removed
removed-description = The figure was removed; the reason and its last version are here.
removed-on = Removed
removed-why = Why
removed-last = Last version
removed-no-version = None: it was only reported by others.
removed-instead = See instead
removed-promise = A removed figure keeps its address for good, so that a citation still leads to an answer.

## Words of several pages
demonstration-records = Demonstration records
version = version { $version }
