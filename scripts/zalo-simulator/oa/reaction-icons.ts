/** Icons of §3.8. */
export const REACTION_ICONS = ['/-strong', '/-heart', ':>', ':o', ':-((', ':-h', '--b'];

/** Takes the reaction away. */
export const REMOVE_ICON = '/-remove';
