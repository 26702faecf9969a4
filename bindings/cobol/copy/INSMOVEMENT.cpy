      *> Made by `cargo xtask headers` from include/insurant.h.
      *> struct InsurantMovement: COPY it below a level 01 of your own,
      *> REPLACING ==(P)== BY ==a prefix==.
           05  (P)-EFFECTIVE BINARY-LONG SIGNED.
           05  (P)-GAP-1 PIC X(4).
           05  (P)-AMOUNT BINARY-DOUBLE SIGNED.
