      *> Made by `cargo xtask headers` from include/insurant.h.
      *> struct InsurantPolicy: COPY it below a level 01 of your own,
      *> REPLACING ==(P)== BY ==a prefix==.
           05  (P)-ID-PTR USAGE POINTER.
           05  (P)-ID-LEN BINARY-DOUBLE UNSIGNED.
           05  (P)-LINE BINARY-LONG UNSIGNED.
           05  (P)-SOURCE BINARY-LONG SIGNED.
           05  (P)-START BINARY-LONG SIGNED.
           05  (P)-END BINARY-LONG SIGNED.
           05  (P)-CANCELLED-ON BINARY-LONG SIGNED.
           05  (P)-ISSUED-ON BINARY-LONG SIGNED.
           05  (P)-WRITTEN-PREMIUM BINARY-DOUBLE SIGNED.
           05  (P)-REFUNDED BINARY-DOUBLE SIGNED.
           05  (P)-TENDER BINARY-LONG UNSIGNED.
           05  (P)-INSURED-UNITS BINARY-LONG UNSIGNED.
           05  (P)-MOVEMENTS USAGE POINTER.
           05  (P)-MOVEMENT-COUNT BINARY-DOUBLE UNSIGNED.
