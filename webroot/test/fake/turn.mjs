/** To a page of the middle, by its group. */
export async function turn(page, name) {
  await page.locator(`[data-testid^=group-][data-pages~="${name}"]`).click();
  await page.getByTestId(`page-${name}`).click();
}
