      *> Made by `cargo xtask headers` from include/insurant.h.
      *> struct InsurantStr: COPY it below a level 01 of your own,
      *> REPLACING ==(P)== BY ==a prefix==.
           05  (P)-PTR USAGE POINTER.
           05  (P)-LEN BINARY-DOUBLE UNSIGNED.
