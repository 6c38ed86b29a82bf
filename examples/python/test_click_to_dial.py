import concurrent.futures
import unittest

from cecsim import CecSim, Refused
from click_to_dial import Customer

CALL_QUEUED = 168102
CALL_CONNECTED = 168101
CALL_DISCONNECTED = 168110


class ClickToDialTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cec = CecSim()
        cls.addClassCleanup(cls.cec.close)

    def customer(self, space):
        customer = Customer(space.address, space.app_key, space.app_secret, space.channel_id, "ann")
        customer.sign_in()
        return customer

    def space(self, scenario=None):
        space = self.cec.space(scenario)
        self.addCleanup(space.close)
        return space

    def test_a_call_waits_in_the_queue_is_connected_and_ends(self):
        space = self.space({"name": "python", "calls": [
            {"script": ["queued", {"wait": "3s"}, "connected", {"wait": "5s"}, {"released": {"causeId": 0}}]}]})
        customer = self.customer(space)
        customer.call()
        self.assertEqual(CALL_QUEUED, customer.next_event())
        with concurrent.futures.ThreadPoolExecutor() as background:
            connected = background.submit(customer.next_event)
            space.wait_for_polls(1)
            space.advance("3s")
            self.assertEqual(CALL_CONNECTED, connected.result())

            disconnected = background.submit(customer.next_event)
            space.wait_for_polls(1)
            space.advance("5s")
            self.assertEqual(CALL_DISCONNECTED, disconnected.result())
        self.assertEqual([], space.findings())

    def test_a_token_that_expires_in_the_middle_of_a_poll_is_renewed(self):
        space = self.space()
        customer = self.customer(space)
        space.arm({"at": "getClickToCallEvents", "when": {"nth": 1}, "inject": "accessTokenExpired"})
        customer.call()

        self.assertEqual(CALL_CONNECTED, customer.next_event())
        customer.hang_up()
        self.assertEqual(CALL_DISCONNECTED, customer.next_event())

    def test_a_server_that_is_down_is_told(self):
        space = self.space()
        customer = self.customer(space)
        space.arm({"at": "createClickToCall", "inject": {"status": 503}})

        with self.assertRaises(Refused) as refused:
            customer.call()

        self.assertEqual(503, refused.exception.status)


if __name__ == "__main__":
    unittest.main()
