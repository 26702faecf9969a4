// insurant: the customer side of an insurer as a library.
//
// THE CONTRACT
//
// Names      insurant_<object>_<verb>; types Insurant<Object>; constants INSURANT_<WORD>.
// Arguments  The object, then what goes in, then what comes out, then `err`.
// Status     Every call answers a status but insurant_abi_version. 0 is success. Numbers are listed
//            below in families, and are never reused.
// Failure    A call that fails writes nothing but `err`: every other output is as it was. `err` may
//            be NULL. An error that it took is the caller's, who frees it by insurant_error_free.
//            Set it to NULL before the call, and free it before it is used again. Two are
//            exceptions. INSURANT_STATUS_REFUSED: what a complaint refuses is an answer, so `answer` is
//            written, and `err` is not. And insurant_rules_assess_many, when it is cancelled or fails
//            inside, has written the results that were ready, each with its own status.
// Ownership  What a call hands over through `T **out` is the caller's, and is freed by
//            insurant_<object>_free, once. Freeing NULL does nothing. Whatever goes in is borrowed
//            until the call returns, and never kept.
// Texts      InsurantStr is a pointer and a length: UTF-8, no NUL inside, none needed behind. A text
//            that comes out is borrowed from the object it was asked of.
// NULL       A pointer may be NULL where its function says so, and for an array of count 0. Anywhere
//            else it is INSURANT_STATUS_NULL_POINTER.
// Structs    Those that begin with `size` grow: set it to sizeof. Arrays of rows pass their stride,
//            for the same reason. Start each from its INSURANT_<NAME>_INIT and set the fields that you
//            know: a struct of zeros states days in 1970. 0 is never a member of an enumeration that
//            must be set. Days are days since 1970-01-01, and INSURANT_NO_DAY where there is none.
// Threads    Engines and rules never change: any number of threads may use one at once. A scratch,
//            a complaint, an error and a text belong to one thread at a time. No call
//            depends on what other calls left behind. Tables that never change are made once and kept
//            until the process ends, so load the library once and leave it loaded.
// Memory     A thread that calls needs 256 KiB of stack. When memory runs out the process ends, as
//            in most C libraries.
// Panics     Nothing unwinds out of a call. If the library fails inside it answers
//            INSURANT_STATUS_PANIC, the host may go on, and its panic hook is as it was.
// Versions   Call insurant_abi_version first, and go no further unless it is INSURANT_ABI_VERSION.
//            Within one ABI version there are only additions.
// Reasons    Rows name tenders, events and managers by numbers, and inputs by their values, but an
//            explanation is sealed by the fingerprint of the facts as the host wrote them, ids and all.
//            So there is no typed call for it: insurant_call with the operation `explain`.
// Money      Whole minor units of the rulebook's currency, as int64_t. No float anywhere.
