/** What a bicycle shop is asked about, the same in every language. */
export const bicyclePlaces = {
  new_bike: { desk: 'sales', path: '/bikes/e-bikes', weight: 0.26 },
  test_ride: { desk: 'sales', path: '/test-ride', weight: 0.12 },
  accessories: { desk: 'sales', path: '/accessories', weight: 0.13 },
  repair: { desk: 'service', path: '/workshop', weight: 0.22 },
  order_status: { desk: 'service', path: '/account/orders', weight: 0.18 },
  warranty: { desk: 'service', path: '/service/warranty', weight: 0.09 },
} as const
