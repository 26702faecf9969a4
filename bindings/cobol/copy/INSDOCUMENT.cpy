      *> Made by `cargo xtask headers` from include/insurant.h.
      *> struct InsurantDocument: COPY it below a level 01 of your own,
      *> REPLACING ==(P)== BY ==a prefix==.
           05  (P)-NAME-PTR USAGE POINTER.
           05  (P)-NAME-LEN BINARY-DOUBLE UNSIGNED.
           05  (P)-TEXT-PTR USAGE POINTER.
           05  (P)-TEXT-LEN BINARY-DOUBLE UNSIGNED.
