export function isDefined(figure) {
    return typeof figure === 'number';
}
