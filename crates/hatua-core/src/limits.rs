//! Every limit of the system, with its reason.

/// Rows of one sheet. A partner's quarter has a few hundred; ten times the largest register known in the field.
pub const SHEET_ROWS_MAX: u32 = 200_000;
/// Columns of one sheet: the widest form seen has 120.
pub const SHEET_COLUMNS_MAX: u32 = 500;
/// Cells with a value in one sheet: 20 000 rows of the widest form, 200 MB in memory on a small server.
pub const SHEET_CELLS_MAX: u32 = 2_500_000;
/// Rows of one sheet that are kept aside: nobody mends more, such a file is of another register.
pub const SHEET_KEPT_ROWS_MAX: usize = 20_000;
/// The largest whole number of a cell and of a figure: readers of JSON keep every digit up to here.
pub const WHOLE_NUMBER_MAX: u64 = (1 << 53) - 1;
/// Bytes of one uploaded file, packed: a year's workbook is under 5 MB.
pub const FILE_BYTES_MAX: u64 = 50 * 1024 * 1024;
/// Bytes of one workbook, unpacked: what a reader may hold in memory on a small server.
pub const SHEET_UNPACKED_BYTES_MAX: u64 = 100 * 1024 * 1024;
/// Unpacked to packed: office files pack 3 to 30 times, a zip bomb thousands of times.
pub const SHEET_UNPACKED_RATIO_MAX: u64 = 200;
/// Rows searched for the header line: banners above it have been seen up to 9 rows high.
pub const SHEET_HEADER_ROW_MAX: u32 = 15;
/// Bytes of one file of a source document: a list of forty pages, scanned in colour, is under 15 MB.
pub const DOCUMENT_BYTES_MAX: u64 = 25 * 1024 * 1024;
/// Files of one source document: one for each page of the longest list that was scanned page by page.
pub const DOCUMENT_FILES_MAX: usize = 500;
/// Characters of one text value.
pub const TEXT_CHARACTERS_MAX: usize = 4_000;
/// Characters of the reason of an act: it is printed beside a figure.
pub const REASON_CHARACTERS_MAX: usize = 500;
/// Bytes of one file of a programme package.
pub const PACKAGE_FILE_BYTES_MAX: u64 = 10 * 1024 * 1024;
/// Files of a programme package.
pub const PACKAGE_FILES_MAX: usize = 2_000;
/// Characters of what a reader searches for: a title of the longest figure has twice as many, and nobody types it.
pub const SEARCH_CHARACTERS_MAX: usize = 100;
/// Answers of one search: nobody reads more, a better word is found sooner.
pub const SEARCH_ANSWERS_MAX: usize = 40;
/// Pages and files that the server keeps ready: the demonstration has about a thousand.
pub const PAGES_KEPT_MAX: usize = 2_000;
/// Bytes of all that it keeps, packed ones included: 2 000 pages of 50 kB, which packed have 10 kB each, with room.
pub const PAGES_KEPT_BYTES_MAX: usize = 128 * 1024 * 1024;
/// Bytes of one page or file that it keeps, packed ones included: a long scan would take the place of many pages.
pub const PAGE_KEPT_BYTES_MAX: usize = 1024 * 1024;
/// Milliseconds for which the server does not look again whether a ledger has grown: nobody sees a release come so much
/// later, and a page that many ask for costs one look and not one for each of them.
pub const LOOK_MILLISECONDS: u64 = 50;
/// Bytes from which on an answer is packed: a smaller one goes in one packet as it is.
pub const PACKED_BYTES_MIN: usize = 500;
/// Addresses of one site in a copy of it: ten programmes of thirty releases have fewer.
pub const SITE_ADDRESSES_MAX: usize = 60_000;
/// Bytes of one file of a site: a document of a package, with room.
pub const SITE_FILE_BYTES_MAX: usize = 20 * 1024 * 1024;
/// Seconds that a request may take before it is answered with an error.
pub const REQUEST_SECONDS_MAX: u64 = 30;
/// Characters of a password at least: what NIST SP 800-63B asks of one that stands beside a second factor, with room.
pub const PASSWORD_CHARACTERS_MIN: usize = 12;
/// Bytes of a password at most: stretching a longer one would let strangers keep the machine busy.
pub const PASSWORD_BYTES_MAX: usize = 1_024;
/// Minutes without a request after which a session ends: a screen that was left alone in an office.
pub const SESSION_IDLE_MINUTES: i64 = 30;
/// Hours after which a session ends in any case: a working day with its evening.
pub const SESSION_HOURS_MAX: i64 = 12;
/// Wrong codes of a user within the window after which the session ends and no code is taken.
pub const CODE_TRIES_MAX: u64 = 5;
/// Failed attempts with one e-mail within the window, from wherever.
pub const ATTEMPTS_OF_EMAIL_MAX: u64 = 10;
/// Failed attempts from one address within the window: an office of thirty people behind one line mistypes less.
pub const ATTEMPTS_FROM_ADDRESS_MAX: u64 = 60;
/// Minutes for which a failed attempt counts.
pub const ATTEMPTS_WINDOW_MINUTES: i64 = 15;
/// Days for which an invitation holds.
pub const INVITATION_DAYS: i64 = 7;
/// Rows of one document on one page: the longest signed lists have a hundred names; what is longer is decided part by part.
pub const CHECK_ROWS_MAX: usize = 200;
/// Records on one page of a list: what fits the ceiling of a page on a slow line.
pub const RECORDS_ON_PAGE: usize = 50;
/// Characters of what a browser says of itself that are kept.
pub const AGENT_CHARACTERS_MAX: usize = 200;
