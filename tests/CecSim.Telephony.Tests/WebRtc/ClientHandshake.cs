using System.Security.Cryptography;
using CecSim.Telephony.WebRtc.Bytes;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>The client's side, as a browser would play it.</summary>
internal sealed class ClientHandshake(
    DtlsIdentity identity,
    CertificateFingerprint expectedServer,
    IReadOnlyList<SrtpProfile> profiles) : Handshake
{
    private readonly byte[] _random = RandomNumberGenerator.GetBytes(DtlsCodes.RandomLength);
    private readonly KeyShare _share = new();
    private byte[] _serverRandom = [];
    private byte[] _server = [];
    private byte[] _serverPoint = [];
    private bool _extendedMasterSecret;
    private bool _certificateAsked;
    private SrtpProfile _profile;
    private KeySchedule? _keys;

    /// <summary>
    /// What the hello says besides the rest: long enough, it needs two fragments, as a browser's does.
    /// </summary>
    public int HelloPadding { get; init; } = 1400;

    /// <summary>Signs the handshake with another key than that of its certificate.</summary>
    public DtlsIdentity? Impostor { get; init; }

    public bool OffersExtendedMasterSecret { get; init; } = true;

    public ushort Version { get; init; } = DtlsCodes.Version12;

    public override void Start() => SendHello([]);

    public override void Take(HandshakeMessage message)
    {
        switch (message.Type)
        {
            case HandshakeType.HelloVerifyRequest:
                Session.Transcript.Clear();
                SendHello(message.Body[3..]);
                break;
            case HandshakeType.ServerHello:
                TakeHello(message.Body);
                break;
            case HandshakeType.Certificate:
                _server = PeerCertificate.Read(message.Body);
                Demand(expectedServer.Matches(_server));
                break;
            case HandshakeType.ServerKeyExchange:
                TakeKeyExchange(message.Body);
                break;
            case HandshakeType.CertificateRequest:
                _certificateAsked = true;
                break;
            case HandshakeType.ServerHelloDone:
                Answer();
                break;
            case HandshakeType.Finished:
                TakeFinished(message);
                break;
            default:
                Assert.Fail($"A server does not send {message.Type}.");
                break;
        }
    }

    public override void Dispose() => _share.Dispose();

    private void Demand(bool isSo)
    {
        if (!isSo)
        {
            Session.Fail(AlertDescription.DecryptError, "The server is not what it should be.");
        }
    }

    private void SendHello(byte[] cookie)
    {
        var extensions = new ByteWriter();
        if (OffersExtendedMasterSecret)
        {
            extensions.U16((int)HelloExtension.ExtendedMasterSecret).Vector16([]);
        }

        var offered = new ByteWriter();
        foreach (var profile in profiles)
        {
            offered.U16((int)profile);
        }

        extensions
            .U16((int)HelloExtension.SupportedGroups).U16(4).U16(2).U16(DtlsCodes.CurveP256)
            .U16((int)HelloExtension.UseSrtp).Vector16(new ByteWriter().Vector16(offered.Written).U8(0).Written)
            .U16(21).Vector16(new byte[HelloPadding]);
        Session.BeginFlight();
        Session.Send(HandshakeType.ClientHello, new ByteWriter()
            .U16(Version).Bytes(_random).Vector8([]).Vector8(cookie)
            .U16(4).U16(DtlsCodes.Suite).U16(DtlsCodes.RenegotiationSuite)
            .Vector8([0]).Vector16(extensions.Written).Written);
        Session.EndFlight(expectsAnswer: true);
    }

    private void TakeHello(byte[] body)
    {
        var reader = new ByteReader(body);
        Assert.Equal(DtlsCodes.Version12, reader.U16());
        _serverRandom = reader.Take(DtlsCodes.RandomLength).ToArray();
        reader.Take(reader.U8());
        Assert.Equal(DtlsCodes.Suite, reader.U16());
        reader.U8();
        var extensions = new ByteReader(reader.Take(reader.U16()));
        while (extensions.Left > 0)
        {
            var type = (HelloExtension)extensions.U16();
            var value = new ByteReader(extensions.Take(extensions.U16()));
            _extendedMasterSecret |= type == HelloExtension.ExtendedMasterSecret;
            if (type == HelloExtension.UseSrtp)
            {
                value.U16();
                _profile = (SrtpProfile)value.U16();
            }
        }
    }

    private void TakeKeyExchange(byte[] body)
    {
        _serverPoint = body[4..(4 + body[3])];
        byte[] signed = [.. _random, .. _serverRandom, .. body[..(4 + body[3])]];
        Demand(PeerCertificate.Signed(_server, signed, body.AsSpan(4 + body[3])));
    }

    private void Answer()
    {
        Assert.True(_certificateAsked);
        Session.BeginFlight();
        Session.Send(HandshakeType.Certificate, ServerMessages.Certificate(identity));
        Session.Send(HandshakeType.ClientKeyExchange, new ByteWriter().Vector8(_share.Point).Written);
        var sessionHash = _extendedMasterSecret ? Session.Transcript.Hash() : null;
        _keys = KeySchedule.From(_share.AgreeWith(_serverPoint)!, _random, _serverRandom, sessionHash);
        var (client, server) = _keys.RecordCiphers();
        Session.Protect(reading: server, writing: client);
        var signature = (Impostor ?? identity).Sign(Session.Transcript.All);
        Session.Send(
            HandshakeType.CertificateVerify,
            new ByteWriter().U16(DtlsCodes.EcdsaSha256).Vector16(signature).Written);
        Session.SendChangeCipherSpec();
        Session.Send(HandshakeType.Finished, _keys.ClientFinished(Session.Transcript.Hash()));
        Session.EndFlight(expectsAnswer: true);
    }

    private void TakeFinished(HandshakeMessage message)
    {
        Demand(message.Epoch == 1);
        Demand(_keys!.ServerFinished(Session.Transcript.HashBeforeLast()).SequenceEqual(message.Body));
        if (!Session.IsOver)
        {
            Session.Complete(_keys.SrtpKeysOfServer(_profile).OfOtherSide());
        }
    }
}
