      *> Made by `cargo xtask headers` from include/insurant.h.
      *> struct InsurantValue: COPY it below a level 01 of your own,
      *> REPLACING ==(P)== BY ==a prefix==.
           05  (P)-STATE BINARY-LONG SIGNED.
           05  (P)-KIND BINARY-LONG SIGNED.
           05  (P)-NUM BINARY-DOUBLE SIGNED.
           05  (P)-DEN BINARY-DOUBLE SIGNED.
