      *> Made by `cargo xtask headers` from include/insurant.h.
      *> struct InsurantEntry: COPY it below a level 01 of your own,
      *> REPLACING ==(P)== BY ==a prefix==.
           05  (P)-ID-PTR USAGE POINTER.
           05  (P)-ID-LEN BINARY-DOUBLE UNSIGNED.
           05  (P)-STATE BINARY-LONG SIGNED.
           05  (P)-EFFECTIVE BINARY-LONG SIGNED.
           05  (P)-EXPIRY BINARY-LONG SIGNED.
           05  (P)-GAP-1 PIC X(4).
