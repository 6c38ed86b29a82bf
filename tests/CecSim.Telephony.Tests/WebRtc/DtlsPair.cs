namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>Both sides of a handshake with a path between them that a test can lose, double or turn round.</summary>
internal sealed class DtlsPair : IDisposable
{
    public static readonly SrtpProfile[] AllProfiles = [SrtpProfile.AeadAes128Gcm, SrtpProfile.AesCm128HmacSha1Tag80];

    private readonly List<(bool ToServer, byte[] Datagram)> _path = [];

    public DtlsPair(
        ManualTime? time = null,
        Func<DtlsIdentity, PeerFingerprints, ClientHandshake>? client = null,
        HelloCookie? cookie = null,
        IReadOnlyList<SrtpProfile>? serverProfiles = null,
        bool serverExpectsAnother = false)
    {
        Time = time ?? new ManualTime();
        ServerIdentity = new EcdsaIdentity(Time);
        ClientIdentity = new EcdsaIdentity(Time);
        var expected = PeerFingerprints.Of((serverExpectsAnother ? ServerIdentity : ClientIdentity).Fingerprint);
        Server = new DtlsSession(
            new ServerHandshake(ServerIdentity, expected, serverProfiles ?? AllProfiles, RandomSource.Secure, cookie),
            d => _path.Add((false, d.ToArray())),
            Time);
        client ??= (identity, server) => new OddClient(identity, server, AllProfiles);
        Client = new DtlsSession(
            client(ClientIdentity, PeerFingerprints.Of(ServerIdentity.Fingerprint)),
            d => _path.Add((true, d.ToArray())),
            Time);
    }

    public ManualTime Time { get; }

    public DtlsIdentity ServerIdentity { get; }

    public DtlsIdentity ClientIdentity { get; }

    public DtlsSession Server { get; }

    public DtlsSession Client { get; }

    public List<byte[]> ToServer { get; } = [];

    public List<byte[]> ToClient { get; } = [];

    public bool Connected => Server.State == DtlsState.Connected && Client.State == DtlsState.Connected;

    /// <summary>Carries what lies on the path until nothing does; the path may drop or multiply.</summary>
    public void Carry(
        Func<IEnumerable<byte[]>, IEnumerable<byte[]>>? path = null,
        bool onlyToServer = false)
    {
        while (_path.Count > 0)
        {
            var batch = _path.ToList();
            _path.Clear();
            var datagrams = batch.ToLookup(d => d.ToServer, d => d.Datagram);
            Deliver(datagrams[true], path, ToServer, Server);
            Deliver(datagrams[false], onlyToServer ? null : path, ToClient, Client);
        }
    }

    public void Connect()
    {
        Client.Start();
        Carry();
    }

    public void Dispose()
    {
        Server.Dispose();
        Client.Dispose();
        ServerIdentity.Dispose();
        ClientIdentity.Dispose();
    }

    private static void Deliver(
        IEnumerable<byte[]> datagrams,
        Func<IEnumerable<byte[]>, IEnumerable<byte[]>>? path,
        List<byte[]> log,
        DtlsSession session)
    {
        foreach (var datagram in path is null ? datagrams : path(datagrams))
        {
            log.Add(datagram);
            session.Receive(datagram);
        }
    }
}
