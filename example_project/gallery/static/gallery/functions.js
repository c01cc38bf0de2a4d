// The functions that a scene's options name: JSON has none.

const icons = { exhibit: "cube", person: "user", place: "map-pin" };

const entities = [
  { id: "lens", title: "The great lens", group: "Exhibits", icon: icons.exhibit, interactive: true },
  { id: "bell", title: "The fog bell", group: "Exhibits", icon: icons.exhibit, interactive: true },
  { id: "kitchen", title: "The keeper’s kitchen", group: "Exhibits", icon: icons.exhibit },
  { id: "ida", title: "Ida Strand", group: "Keepers", icon: icons.person, interactive: true },
  { id: "olav", title: "Olav Berg", group: "Keepers", icon: icons.person, interactive: true },
  { id: "breakwater", title: "Northern Breakwater", group: "Places", icon: icons.place },
];

const commands = [
  { id: "tour", label: "Plan a tour", description: "Which rooms, in which order", icon: "map-pin", group: "Visit" },
  { id: "tickets", label: "Book tickets", description: "For today or later", icon: "calendar", group: "Visit" },
  { id: "exhibit", label: "Ask about an exhibit", description: "Choose one of the collection", icon: "cube", group: "Collection" },
  { id: "chart", label: "Show the chart room", icon: "maps", group: "Collection" },
];

const matching = (list, query, key) =>
  list.filter((entry) => entry[key].toLowerCase().includes(query.toLowerCase()));

export const functions = {
  nothing() {},
  async searchEntities(query) {
    return matching(entities, query, "title");
  },
  async searchNothing() {
    return [];
  },
  async searchFails() {
    throw new Error("The catalogue is closed.");
  },
  searchForEver() {
    return new Promise(() => {});
  },
  async previewEntity(entity) {
    return {
      preview: {
        type: "Basic",
        gap: 2,
        children: [
          { type: "Title", value: entity.title, size: "sm" },
          { type: "Text", value: "Two tonnes of cut glass, made in 1863 and still turning.", size: "sm", color: "secondary" },
          { type: "Badge", label: "First floor", color: "info" },
        ],
      },
    };
  },
  async previewNothing() {
    return { preview: null };
  },
  async searchCommands(query) {
    return matching(commands, query, "label");
  },
  async selectCommand(command) {
    if (command.id !== "exhibit") return;
    const menu = entities.slice(0, 3).map(({ id, title, icon }) => ({ id, label: title, icon }));
    return { type: "menu", commands: menu };
  },
  clientTool() {
    return { theme: "dark" };
  },
  clientToolForEver() {
    return new Promise(() => {});
  },
};

/** The options with every `{"$function": name}` replaced by that function. */
export function withFunctions(value) {
  if (Array.isArray(value)) return value.map(withFunctions);
  if (typeof value !== "object" || value === null) return value;
  if (typeof value.$function === "string") {
    if (!(value.$function in functions)) throw new Error(`There is no function ${value.$function}.`);
    return functions[value.$function];
  }
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withFunctions(entry)]));
}
