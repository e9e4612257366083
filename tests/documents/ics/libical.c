/* Reads a calendar file with libical, as GNOME and KDE do, and prints what it found wrong and what it read:
 * kind|uid|start|end or due|sequence|status|alarms, times in minutes since 1970. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *read_all(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(2);
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = malloc((size_t)size + 1);
  if (!text || fread(text, 1, (size_t)size, file) != (size_t)size) exit(2);
  text[size] = 0;
  fclose(file);
  return text;
}

static long minutes(struct icaltimetype time) {
  return (long)(icaltime_as_timet_with_zone(time, time.zone) / 60);
}

static void print(icalcomponent *component, int is_task) {
  icalproperty *status = icalcomponent_get_first_property(component, ICAL_STATUS_PROPERTY);
  printf("%s|%s|%ld|%ld|%d|%s|%d\n", is_task ? "task" : "event", icalcomponent_get_uid(component),
         minutes(icalcomponent_get_dtstart(component)),
         minutes(is_task ? icalcomponent_get_due(component) : icalcomponent_get_dtend(component)),
         icalcomponent_get_sequence(component),
         status ? icalproperty_get_value_as_string(status) : "",
         icalcomponent_count_components(component, ICAL_VALARM_COMPONENT));
}

int main(int count, char **args) {
  if (count != 2) return 2;
  icalcomponent *calendar = icalparser_parse_string(read_all(args[1]));
  if (!calendar) return 1;
  icalrestriction_check(calendar);
  printf("errors|%d\n", icalcomponent_count_errors(calendar));
  for (icalcomponent *one = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); one;
       one = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
    print(one, 0);
  for (icalcomponent *one = icalcomponent_get_first_component(calendar, ICAL_VTODO_COMPONENT); one;
       one = icalcomponent_get_next_component(calendar, ICAL_VTODO_COMPONENT))
    print(one, 1);
  return 0;
}
