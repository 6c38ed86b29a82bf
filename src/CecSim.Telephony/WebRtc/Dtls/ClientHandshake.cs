using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>
/// The client's side: ECDHE (RFC 8422), the server's certificate held against the fingerprint of its SDP (RFC 5763
/// section 5), the own one shown, SRTP keys at the end (RFC 5764).
/// </summary>
internal class ClientHandshake(
    DtlsIdentity identity,
    PeerFingerprints expectedPeer,
    IReadOnlyList<SrtpProfile> profiles,
    RandomSource random) : Handshake
{
    private readonly byte[] _random = random.Bytes(DtlsCodes.RandomLength);
    private readonly KeyShare _share = new(random);
    private HandshakeType _expected = HandshakeType.ServerHello;
    private bool _hasCookie;
    private ServerHello? _hello;
    private byte[] _peerPoint = [];
    private KeySchedule? _keys;

    public override void Start() => SendHello([]);

    public override string? KeyLogLine => _keys?.LogLine;

    public override void Take(HandshakeMessage message)
    {
        if (message.Type == HandshakeType.HelloVerifyRequest && _expected == HandshakeType.ServerHello && !_hasCookie)
        {
            TakeCookie(message.Body);
            return;
        }

        var expectedEpoch = _expected == HandshakeType.Finished ? 1 : 0;
        if (message.Type != _expected || message.Epoch != expectedEpoch)
        {
            Session.Fail(AlertDescription.UnexpectedMessage, $"{message.Type} came where {_expected} was due.");
            return;
        }

        switch (message.Type)
        {
            case HandshakeType.ServerHello:
                TakeHello(message.Body);
                break;
            case HandshakeType.Certificate:
                TakeCertificate(message.Body);
                break;
            case HandshakeType.ServerKeyExchange:
                TakeKeyExchange(message.Body);
                break;
            case HandshakeType.CertificateRequest:
                // RFC 5763 section 5: both sides show one, so this is no question. Which kinds it takes, ours is among.
                _expected = HandshakeType.ServerHelloDone;
                break;
            case HandshakeType.ServerHelloDone:
                Answer();
                break;
            default:
                TakeFinished(message.Body);
                break;
        }
    }

    public override void Dispose()
    {
        _share.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What to say first; a client that shall be odd says something else.</summary>
    protected virtual ClientHelloBuilder Hello(ClientHelloBuilder usual) => usual;

    /// <summary>Signs what was said so far with the key of the certificate: RFC 5246 section 7.4.8.</summary>
    protected virtual byte[] Prove(ReadOnlySpan<byte> said) => identity.Sign(said);

    private void SendHello(byte[] cookie)
    {
        Session.BeginFlight();
        Session.Send(
            HandshakeType.ClientHello, Hello(new ClientHelloBuilder(_random, profiles) { Cookie = cookie }).Write());
        Session.EndFlight(expectsAnswer: true);
    }

    // RFC 6347 section 4.2.1: the hello again with what the server wants to see, and the hashes begin anew.
    private void TakeCookie(byte[] body)
    {
        var reader = new ByteReader(body);
        reader.U16();
        var cookie = reader.Take(reader.U8()).ToArray();
        if (reader.Overrun)
        {
            Session.Fail(AlertDescription.DecodeError, "The HelloVerifyRequest is broken.");
            return;
        }

        _hasCookie = true;
        Session.Transcript.Clear();
        SendHello(cookie);
    }

    private void TakeHello(byte[] body)
    {
        _hello = ServerHello.Read(body);
        if (_hello is null)
        {
            Session.Fail(AlertDescription.DecodeError, "The ServerHello is broken.");
        }
        else if (_hello.Version != DtlsCodes.Version12)
        {
            Session.Fail(AlertDescription.ProtocolVersion, "The server does not speak DTLS 1.2.");
        }
        else if (_hello.Suite is not (DtlsCodes.Suite or DtlsCodes.SuiteWithRsa))
        {
            Session.Fail(AlertDescription.IllegalParameter, "The server chose a cipher that was not offered.");
        }
        else if (_hello.Profile is not { } profile || !profiles.Contains(profile))
        {
            Session.Fail(AlertDescription.HandshakeFailure, "The server agreed on no SRTP profile.");
        }
        else
        {
            _expected = HandshakeType.Certificate;
        }
    }

    private void TakeCertificate(byte[] body)
    {
        PeerCertificate = Dtls.PeerCertificate.Read(body);
        PeerMatches = expectedPeer.Match(PeerCertificate);
        if (PeerMatches is false)
        {
            Session.Fail(AlertDescription.BadCertificate, "The server's certificate is not the one in its SDP.");
            return;
        }

        _expected = HandshakeType.ServerKeyExchange;
    }

    // RFC 8422 section 5.4: the curve and the point, and both randoms signed with them.
    private void TakeKeyExchange(byte[] body)
    {
        var reader = new ByteReader(body);
        var isP256 = reader.U8() == DtlsCodes.NamedCurve && reader.U16() == DtlsCodes.CurveP256;
        _peerPoint = reader.Take(reader.U8()).ToArray();
        var signedLength = body.Length - reader.Left;
        if (reader.Overrun || !isP256)
        {
            Session.Fail(AlertDescription.IllegalParameter, "The server's key is not of P-256.");
            return;
        }

        byte[] signed = [.. _random, .. _hello!.Random, .. body[..signedLength]];
        if (!Dtls.PeerCertificate.Signed(PeerCertificate, signed, body.AsSpan(signedLength)))
        {
            Session.Fail(AlertDescription.DecryptError, "The server does not have its certificate's key.");
            return;
        }

        _expected = HandshakeType.CertificateRequest;
    }

    private void Answer()
    {
        if (_share.AgreeWith(_peerPoint) is not { } shared)
        {
            Session.Fail(AlertDescription.IllegalParameter, "The server's key is no point of P-256.");
            return;
        }

        Session.BeginFlight();
        Session.Send(HandshakeType.Certificate, ServerMessages.Certificate(identity));
        Session.Send(HandshakeType.ClientKeyExchange, new ByteWriter().Vector8(_share.Point).Written);
        var sessionHash = _hello!.ExtendedMasterSecret ? Session.Transcript.Hash() : null;
        _keys = KeySchedule.From(shared, _random, _hello.Random, sessionHash);
        var (client, server) = _keys.RecordCiphers();
        Session.Protect(reading: server, writing: client);
        Session.Send(
            HandshakeType.CertificateVerify,
            new ByteWriter().U16(DtlsCodes.EcdsaSha256).Vector16(Prove(Session.Transcript.All)).Written);
        Session.SendChangeCipherSpec();
        Session.Send(HandshakeType.Finished, _keys.ClientFinished(Session.Transcript.Hash()));
        Session.EndFlight(expectsAnswer: true);
        _expected = HandshakeType.Finished;
    }

    private void TakeFinished(byte[] body)
    {
        var expected = _keys!.ServerFinished(Session.Transcript.HashBeforeLast());
        if (!CryptographicOperations.FixedTimeEquals(expected, body))
        {
            Session.Fail(AlertDescription.DecryptError, "The two sides saw different handshakes.");
            return;
        }

        Session.Complete(_keys.SrtpKeysOfServer(_hello!.Profile!.Value).OfOtherSide());
    }
}
