using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>
/// The server's side: ECDHE with ECDSA (RFC 8422), a certificate demanded of the client and held against the
/// fingerprint of its SDP (RFC 5763 section 5), SRTP keys at the end (RFC 5764).
/// </summary>
internal sealed class ServerHandshake(
    DtlsIdentity identity,
    PeerFingerprints expectedPeer,
    IReadOnlyList<SrtpProfile> profiles,
    RandomSource random,
    HelloCookie? cookie = null) : Handshake
{
    private readonly byte[] _random = random.Bytes(DtlsCodes.RandomLength);
    private readonly KeyShare _share = new(random);
    private HandshakeType _expected = HandshakeType.ClientHello;
    private ClientHello? _hello;
    private SrtpProfile _profile;
    private KeySchedule? _keys;

    public override string? KeyLogLine => _keys?.LogLine;

    public override void Take(HandshakeMessage message)
    {
        var expectedEpoch = _expected == HandshakeType.Finished ? 1 : 0;
        if (message.Type != _expected || message.Epoch != expectedEpoch)
        {
            Session.Fail(AlertDescription.UnexpectedMessage, $"{message.Type} came where {_expected} was due.");
            return;
        }

        switch (message.Type)
        {
            case HandshakeType.ClientHello:
                TakeHello(message.Body);
                break;
            case HandshakeType.Certificate:
                TakeCertificate(message.Body);
                break;
            case HandshakeType.ClientKeyExchange:
                TakeKeyExchange(message.Body);
                break;
            case HandshakeType.CertificateVerify:
                TakeVerify(message.Body);
                break;
            default:
                TakeFinished(message.Body);
                break;
        }
    }

    public override void Dispose() => _share.Dispose();

    private void TakeHello(byte[] body)
    {
        _hello = ClientHello.Read(body);
        if (_hello is null)
        {
            Session.Fail(AlertDescription.DecodeError, "The ClientHello is broken.");
        }
        else if (!_hello.OffersVersion12)
        {
            Session.Fail(
                AlertDescription.ProtocolVersion,
                $"The client does not speak DTLS 1.2: it offers {_hello.Versions}.");
        }
        else if (cookie is not null && !cookie.IsFor(_hello))
        {
            AskForCookie(cookie.For(_hello));
        }
        else if (!_hello.OffersSuite || !_hello.OffersCurve || ChooseProfile() is not { } profile)
        {
            Session.Fail(
                AlertDescription.HandshakeFailure,
                "The client offers no ECDHE_ECDSA with AES-128-GCM, no P-256 or no SRTP profile that is known here.");
        }
        else
        {
            _profile = profile;
            SendHello(_hello);
            _expected = HandshakeType.Certificate;
        }
    }

    private SrtpProfile? ChooseProfile() => profiles
        .Select(p => (SrtpProfile?)p)
        .FirstOrDefault(p => _hello!.SrtpProfiles.Contains((ushort)p!));

    // RFC 6347 section 4.2.1. The request is not repeated by itself: the client repeats its hello.
    private void AskForCookie(byte[] value)
    {
        Session.BeginFlight();
        Session.Send(
            HandshakeType.HelloVerifyRequest, new ByteWriter().U16(DtlsCodes.Version12).Vector8(value).Written);
        Session.EndFlight(expectsAnswer: false);
        Session.Transcript.Clear();
    }

    private void SendHello(ClientHello hello)
    {
        Session.BeginFlight();
        Session.Send(HandshakeType.ServerHello, ServerMessages.Hello(hello, _random, _profile));
        Session.Send(HandshakeType.Certificate, ServerMessages.Certificate(identity));
        Session.Send(
            HandshakeType.ServerKeyExchange,
            ServerMessages.KeyExchange(identity, _share, hello.Random, _random));
        Session.Send(HandshakeType.CertificateRequest, ServerMessages.CertificateRequest());
        Session.Send(HandshakeType.ServerHelloDone, []);
        Session.EndFlight(expectsAnswer: true);
    }

    private void TakeCertificate(byte[] body)
    {
        PeerCertificate = Dtls.PeerCertificate.Read(body);
        PeerMatches = expectedPeer.Match(PeerCertificate);
        if (PeerMatches is false)
        {
            Session.Fail(AlertDescription.BadCertificate, "The client's certificate is not the one in its SDP.");
            return;
        }

        _expected = HandshakeType.ClientKeyExchange;
    }

    private void TakeKeyExchange(byte[] body)
    {
        var reader = new ByteReader(body);
        if (_share.AgreeWith(reader.Take(reader.U8())) is not { } shared)
        {
            Session.Fail(AlertDescription.IllegalParameter, "The client's key is no point of P-256.");
            return;
        }

        var sessionHash = _hello!.ExtendedMasterSecret ? Session.Transcript.Hash() : null;
        _keys = KeySchedule.From(shared, _hello.Random, _random, sessionHash);
        var (client, server) = _keys.RecordCiphers();
        Session.Protect(reading: client, writing: server);
        _expected = HandshakeType.CertificateVerify;
    }

    private void TakeVerify(byte[] body)
    {
        if (!Dtls.PeerCertificate.Signed(PeerCertificate, Session.Transcript.BeforeLast, body))
        {
            Session.Fail(AlertDescription.DecryptError, "The client does not have its certificate's key.");
            return;
        }

        _expected = HandshakeType.Finished;
    }

    private void TakeFinished(byte[] body)
    {
        var expected = _keys!.ClientFinished(Session.Transcript.HashBeforeLast());
        if (!CryptographicOperations.FixedTimeEquals(expected, body))
        {
            Session.Fail(AlertDescription.DecryptError, "The two sides saw different handshakes.");
            return;
        }

        Session.BeginFlight();
        Session.SendChangeCipherSpec();
        Session.Send(HandshakeType.Finished, _keys.ServerFinished(Session.Transcript.Hash()));
        Session.EndFlight(expectsAnswer: false);
        Session.Complete(_keys.SrtpKeysOfServer(_profile));
    }
}
