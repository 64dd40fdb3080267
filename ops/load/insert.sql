INSERT INTO bare (report) VALUES (:report);
