namespace CecSim.Tests;

/// <summary>A port of loopback that nobody had a moment ago, for who takes no 0, or for where nobody listens.</summary>
internal static class FreePort
{
    public static int OfTcp() => Of(SocketType.Stream, ProtocolType.Tcp);

    public static int OfUdp() => Of(SocketType.Dgram, ProtocolType.Udp);

    private static int Of(SocketType type, ProtocolType protocol)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, type, protocol);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
