typedef int placeholder_attendees;
