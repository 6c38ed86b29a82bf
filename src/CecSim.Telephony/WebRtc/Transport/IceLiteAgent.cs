using System.Net;
using CecSim.Telephony.WebRtc.Ice;
using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Stun;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// The lite side of ICE for one call: it answers checks and sends to where the full side nominates. The candidates of
/// the
/// offer do not matter, so neither do names that only mDNS resolves.
/// </summary>
internal sealed class IceLiteAgent(TimeSpan consentLife, TimeProvider clock)
{
    private long _checkedAt;

    public IceCredentials Credentials { get; private set; } = IceCredentials.New();

    /// <summary>Those before a restart, which hold until the peer uses the new ones: RFC 8445 section 9.</summary>
    public IceCredentials? Former { get; private set; }

    public IceState State { get; private set; } = IceState.Waiting;

    /// <summary>Where to send; null until the first valid check.</summary>
    public SocketAddress? Remote { get; private set; }

    public IPEndPoint? RemoteEndPoint { get; private set; }

    /// <summary>Where the checks come to that <see cref="Remote"/> sends, and media go out.</summary>
    public PacketPort? Port { get; private set; }

    public void Restart()
    {
        Former = Credentials;
        Credentials = IceCredentials.New();
    }

    /// <summary>The answer to a check; empty when it is not this call's or not signed with its password.</summary>
    public ReadOnlySpan<byte> Answer(Span<byte> buffer, in StunMessage check, SocketAddress from, PacketPort port)
    {
        var fragment = ConnectivityCheck.FragmentOf(check);
        var own = fragment == Credentials.Fragment ? Credentials : fragment == Former?.Fragment ? Former : null;
        if (own is null || State == IceState.ConsentLost || !check.IsSignedWith(own.Key))
        {
            return default;
        }

        if (!check.UnknownAttributes.IsEmpty)
        {
            return ConnectivityCheck.RefuseUnknown(buffer, check, own);
        }

        // Role conflicts cannot be: a lite agent is always controlled (RFC 8445 section 6.1.1).
        _checkedAt = clock.GetTimestamp();
        State = IceState.Connected;
        var endPoint = EndPointOf(from);
        if (Remote is null || (check.UseCandidate && !(Remote.Equals(from) && Port == port)))
        {
            (Remote, RemoteEndPoint, Port) = (Copy(from), endPoint, port);
        }

        if (own == Credentials)
        {
            Former = null;
        }

        return ConnectivityCheck.Answer(buffer, check, endPoint, own);
    }

    /// <summary>True in the moment in which consent expires: RFC 7675 section 5.1.</summary>
    public bool Expires()
    {
        if (State != IceState.Connected || clock.GetElapsedTime(_checkedAt) < consentLife)
        {
            return false;
        }

        State = IceState.ConsentLost;
        return true;
    }

    public static SocketAddress Copy(SocketAddress address)
    {
        var copy = new SocketAddress(address.Family, address.Size);
        address.Buffer.Span[..address.Size].CopyTo(copy.Buffer.Span);
        return copy;
    }

    internal static IPEndPoint EndPointOf(SocketAddress address) =>
        (IPEndPoint)new IPEndPoint(address.Family == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? IPAddress.IPv6Any
            : IPAddress.Any, 0).Create(address);
}
