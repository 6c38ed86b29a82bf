using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Gateway;

/// <summary>The one port of softphones, by TCP and UDP, at each address where they register.</summary>
internal static class SoftphonePorts
{
    /// <summary>How often a free port of one address or transport may be taken on another.</summary>
    private const int AttemptsMax = 100;

    public static IReadOnlyList<IPAddress> AddressesOf(CecSimArgs args) => args.SipAddresses
        ?? (args.Media.BindAddress.Equals(IPAddress.Loopback)
            ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
            : [args.Media.BindAddress]);

    /// <param name="port">0 takes one that is free everywhere.</param>
    /// <param name="takesNext">Where it is taken, the next that is free everywhere.</param>
    /// <exception cref="ListenException">It cannot be had, or the machine has none of the addresses.</exception>
    public static async Task<IReadOnlyList<IPEndPoint>> OpenAsync(
        SipServer sip, IReadOnlyList<IPAddress> addresses, int port, bool takesNext = false)
    {
        for (var attempt = 1; ; attempt++)
        {
            var opened = new List<IAsyncDisposable>();
            var (places, refused) = OpenEach(sip, addresses, port, opened);
            if (refused is null)
            {
                return places;
            }

            foreach (var listener in opened)
            {
                await sip.CloseAsync(listener);
            }

            if (takesNext && !refused.IsOfMachine && attempt < AttemptsMax && port + 1 < IPEndPoint.MaxPort)
            {
                port++;
            }
            else if (port != 0 || opened.Count == 0 || attempt == AttemptsMax)
            {
                throw refused;
            }
        }
    }

    /// <summary>The same port at each address for SIP over TLS.</summary>
    /// <param name="port">0 takes one that is free at the first address.</param>
    /// <exception cref="ListenException">It cannot be had.</exception>
    public static IReadOnlyList<IPEndPoint> OpenTls(
        SipServer sip, IReadOnlyList<IPAddress> addresses, int port, Func<X509Certificate2> certificate)
    {
        var places = new List<IPEndPoint>();
        foreach (var address in addresses)
        {
            var place = new IPEndPoint(address, places is [var first, ..] ? first.Port : port);
            try
            {
                places.Add(sip.ListenTls(place, certificate).LocalEndPoint);
            }
            catch (SocketException e)
            {
                var refused = ListenException.Of(
                    $"sips:{place}", "Choose another with --sip-tls-port (0 takes a free one) or --media-bind.", e);
                if (!refused.IsOfMachine || address.Equals(addresses[^1]) && places.Count == 0)
                {
                    throw refused;
                }
            }
        }

        return places;
    }

    private static (List<IPEndPoint> Places, ListenException? Refused) OpenEach(
        SipServer sip, IReadOnlyList<IPAddress> addresses, int port, List<IAsyncDisposable> opened)
    {
        var places = new List<IPEndPoint>();
        ListenException? lacking = null;
        foreach (var address in addresses)
        {
            var place = new IPEndPoint(address, places is [var first, ..] ? first.Port : port);
            try
            {
                // TCP first: what is free for it is hardly ever taken for UDP, but connections of clients take TCP
                // ports.
                var tcp = sip.ListenTcp(place);
                opened.Add(tcp);
                place = tcp.LocalEndPoint;
                opened.Add(sip.ListenUdp(place));
                places.Add(place);
            }
            catch (SocketException e)
            {
                var refused = ListenException.Of(
                    $"sip:{place}", "Choose another with --sip-port (0 takes a free one) or --media-bind.", e);
                if (!refused.IsOfMachine)
                {
                    return (places, refused);
                }

                lacking = refused;
            }
        }

        return (places, places.Count == 0 ? lacking : null);
    }
}
