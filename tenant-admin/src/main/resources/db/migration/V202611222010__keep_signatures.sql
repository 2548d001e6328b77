-- By which signatures a verdict was given, as the antivirus calls itself: with others it is asked again. Nobody knows it of
-- what is there already, so all of that is looked at once more, so many documents an hour.
alter table stored_object add column signatures text not null default '';
