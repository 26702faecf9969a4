//! The stable codes of what can be wrong with files. Those of facts are in [`insurant::code`].

use insurant_rules::Code;

/// A file that is not there.
pub const MISSING_FILE: Code = Code::new("missing_file");
/// One table in two forms.
pub const AMBIGUOUS_FILE: Code = Code::new("ambiguous_file");
/// A file that the system does not let us read.
pub const UNREADABLE_FILE: Code = Code::new("unreadable_file");
/// A file that the system does not let us write.
pub const UNWRITABLE_FILE: Code = Code::new("unwritable_file");
/// An output that would replace what the command reads, or a portfolio that is there.
pub const OVERWRITES_INPUT: Code = Code::new("overwrites_input");
/// A file without a header.
pub const EMPTY_FILE: Code = Code::new("empty_file");
/// A file that ends too early.
pub const TRUNCATED_FILE: Code = Code::new("truncated_file");
/// A file that is not what its name says.
pub const DAMAGED_FILE: Code = Code::new("damaged_file");
/// A Parquet file in a compression that is not read.
pub const UNSUPPORTED_COMPRESSION: Code = Code::new("unsupported_compression");
/// More rows or bytes than a portfolio can hold.
pub const TOO_MANY_ROWS: Code = Code::new("too_many_rows");
/// Text in another encoding than UTF-8.
pub const NOT_UTF8: Code = Code::new("not_utf8");
/// A quotation mark that is never closed.
pub const UNCLOSED_QUOTE: Code = Code::new("unclosed_quote");
/// A row with more or fewer cells than the header.
pub const RAGGED_ROW: Code = Code::new("ragged_row");
/// A column that the table needs.
pub const MISSING_COLUMN: Code = Code::new("missing_column");
/// A column that the table does not know.
pub const UNKNOWN_COLUMN: Code = Code::new("unknown_column");
/// A column that is there twice.
pub const DUPLICATE_COLUMN: Code = Code::new("duplicate_column");
/// A column whose type in the file cannot hold its values exactly.
pub const BAD_COLUMN_TYPE: Code = Code::new("bad_column_type");
/// An empty cell where a value is needed.
pub const MISSING_FIELD: Code = Code::new("missing_field");
/// A word that is no member of its enumeration.
pub const UNKNOWN_MEMBER: Code = Code::new("unknown_member");
/// Neither true nor false.
pub const BAD_BOOLEAN: Code = Code::new("bad_boolean");
/// Not a whole number.
pub const BAD_INTEGER: Code = Code::new("bad_integer");
/// A cell of another kind than its column.
pub const WRONG_SHAPE: Code = Code::new("wrong_shape");
/// A row that hangs on a policy whose row was rejected, when no customer is known to blame.
pub const REJECTED_POLICY: Code = Code::new("rejected_policy");
/// A claim whose customer is not the holder of its policy.
pub const CUSTOMER_MISMATCH: Code = Code::new("customer_mismatch");

/// Warning: a claim reported before its loss.
pub const REPORTED_BEFORE_LOSS: Code = Code::new("reported_before_loss");
/// Warning: a history that begins after the day of the decision.
pub const HISTORY_AFTER_AS_OF: Code = Code::new("history_after_as_of");
/// Warning: a loss after the day of the decision.
pub const LOSS_AFTER_AS_OF: Code = Code::new("loss_after_as_of");
/// Warning: a reserve on a claim that was declined or withdrawn.
pub const RESERVE_ON_CLOSED: Code = Code::new("reserve_on_closed");
/// Warning: no customer at all.
pub const NO_CUSTOMERS: Code = Code::new("no_customers");
/// Warning: a policy placed by a partner who is not among the customers.
pub const UNKNOWN_PARTNER: Code = Code::new("unknown_partner");
/// Batches of one table with different columns.
pub const SCHEMA_CHANGED: Code = Code::new("schema_changed");
/// A stream of batches that its producer broke off.
pub const ARROW_STREAM: Code = Code::new("arrow_stream");
/// A file of a run over a portfolio larger than memory that cannot be made, written, read or removed.
pub const SPILL_FAILED: Code = Code::new("spill_failed");
/// Too little memory for what has to be looked at together.
pub const MEMORY_TOO_SMALL: Code = Code::new("memory_too_small");
