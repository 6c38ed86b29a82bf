using System.Net;

namespace CecSim.ForeignPeers.Tests;

/// <summary>
/// sipp as the desk phone of an agent: it registers, picks up each call with PCMU, and sends back what it hears.
/// </summary>
internal static class SippPhone
{
    public static ConsolePhone Start(IPEndPoint registrar, string user, string password) => ConsolePhone.Start(
        Directory.CreateTempSubdirectory("sipp-"),
        "sipp",
        "sip-tester",
        [
            "-nostdin", "-sf", Checkout.PathOf("tests", "foreign-peers", "sipp-register.xml"),
            "-oocsf", Checkout.PathOf("tests", "foreign-peers", "sipp-answer.xml"),
            "-s", user, "-au", user, "-ap", password, "-i", "127.0.0.1", "-m", "1", "-rtp_echo",

            // On a slow machine it would end itself.
            "-watchdog_interval", "0", $"{registrar}",
        ]);
}
