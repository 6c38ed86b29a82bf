using CecSim.Telephony.Registrar;
using CecSim.Telephony.Tests.Sip;

namespace CecSim.Telephony.Tests.Registrar;

public sealed class RegistrarTests
{
    private readonly SipTestServer _bench = new();
    private readonly Phone _phone;
    private readonly Softphone _softphone;

    public RegistrarTests()
    {
        _phone = Phone.OnDatagrams(_bench.Server);
        _softphone = new Softphone(_phone);
    }

    private IReadOnlyList<SipBinding> Bindings => _bench.Server.Registrar.Find("1001", "CEC.test");

    [Fact]
    public void A_registered_phone_can_be_found()
    {
        var ok = _softphone.Register("Expires: 600\r\n");

        Assert.Equal("<sip:1001@127.0.0.1:5099>;expires=600", ok["Contact"]);
        var binding = Assert.Single(Bindings);
        Assert.Equal(("sip:1001@127.0.0.1:5099", "test phone"), (binding.Contact, binding.UserAgent));
        Assert.Equal(_bench.Time.GetUtcNow() + TimeSpan.FromSeconds(600), binding.ExpiresAt);
        Assert.Equal(SipTransport.Udp, binding.Flow.Transport);
    }

    [Theory]
    [InlineData("", "Expires: 600\r\n", 600)]
    [InlineData(";expires=60", "Expires: 600\r\n", 60)]
    [InlineData("", "", 3600)]
    [InlineData(";expires=86400", "", 3600)]
    [InlineData("", "Expires: 100000000000000000000\r\n", 3600)]
    [InlineData("", "Expires: soon\r\n", 3600)]
    [Shows("6/register-expires")]
    public void A_binding_lasts_as_long_as_asked_and_an_hour_at_most(string parameter, string header, int seconds)
    {
        _softphone.Contact += parameter;

        var ok = _softphone.Register(header);

        Assert.Equal($"<sip:1001@127.0.0.1:5099>;expires={seconds}", ok["Contact"]);
    }

    [Fact]
    public void A_binding_ends_with_its_time_and_not_a_tick_sooner()
    {
        _softphone.Register("Expires: 600\r\n");

        _bench.Time.Advance(TimeSpan.FromSeconds(600) - TimeSpan.FromTicks(1));
        Assert.Single(Bindings);
        _bench.Time.Advance(TimeSpan.FromTicks(1));

        Assert.Empty(Bindings);
        _bench.AssertNothingLeft();
    }

    [Fact]
    public void Registering_again_prolongs_and_does_not_double()
    {
        _softphone.Register("Expires: 60\r\n");
        _bench.Time.Advance(TimeSpan.FromSeconds(50));

        _softphone.Again("Expires: 60\r\n");
        _bench.Time.Advance(TimeSpan.FromSeconds(50));

        Assert.Single(Bindings);
    }

    [Fact]
    public void Asking_without_a_contact_changes_nothing_and_lists_all()
    {
        _softphone.Register("Expires: 60\r\n");
        _bench.Time.Advance(TimeSpan.FromSeconds(20));
        var query = _phone.Ask(_softphone.Write(Authorized()).Replace(
            $"Contact: {_softphone.Contact}\r\n", "", StringComparison.Ordinal));

        Assert.Equal((200, "<sip:1001@127.0.0.1:5099>;expires=40"), (query.Status, query["Contact"]));
    }

    [Fact]
    public void A_contact_with_no_time_left_is_removed_and_the_others_stay()
    {
        _softphone.Register("Contact: <sip:1001@other.test>\r\n");
        Assert.Equal(2, Bindings.Count);

        _softphone.Contact = "<sip:1001@127.0.0.1:5099>;expires=0";
        var ok = _softphone.Again();

        Assert.Equal(["<sip:1001@other.test>;expires=3600"], ok.All("Contact"));
    }

    [Fact]
    public void A_star_removes_all()
    {
        _softphone.Register("Contact: <sip:1001@other.test>\r\n");

        _softphone.Contact = "*";
        var ok = _softphone.Again("Expires: 0\r\n");

        Assert.Equal((200, null), (ok.Status, ok["Contact"]));
        Assert.Empty(Bindings);
        _bench.AssertNothingLeft();
    }

    [Theory]
    [InlineData("*", "")]
    [InlineData("*", "Expires: 60\r\n")]
    [InlineData("*, <sip:1001@other.test>", "Expires: 0\r\n")]
    [InlineData("<name:John_Smith>", "")]
    public void A_contact_that_makes_no_sense_is_a_bad_request(string contact, string expires)
    {
        _softphone.Contact = contact;

        Assert.Equal(400, _phone.Ask(_softphone.Write(expires)).Status);
    }

    // RFC 3261, section 10.3, step 7.
    [Fact]
    public void A_REGISTER_that_was_overtaken_changes_nothing()
    {
        _softphone.Register("Expires: 60\r\n");
        _softphone.Count++;

        // Until the transaction is over it would only be the same request on another way.
        _bench.Time.Advance(TimeSpan.FromSeconds(40));
        var late = _softphone.Write(_softphone.Authorization() + "Expires: 0\r\n", sequence: 1);

        Assert.Equal(500, _phone.Ask(late).Status);

        Assert.Single(Bindings);
    }

    [Fact]
    public void A_user_has_a_limited_number_of_contacts()
    {
        _softphone.Contact = string.Join(", ", Enumerable.Range(0, 11).Select(i => $"<sip:1001@h{i}.test>"));

        Assert.Equal(503, _softphone.Register().Status);

        Assert.Empty(Bindings);
    }

    [Fact]
    public void A_binding_outlives_the_connection_that_it_came_by()
    {
        _softphone.Register("Expires: 600\r\n");

        _phone.HangUpFlow();

        Assert.Single(Bindings);
        _bench.Time.Advance(TimeSpan.FromSeconds(600));
        Assert.Empty(Bindings);
    }

    [Fact]
    public void One_contact_too_many_is_told_when_there_is_room_again()
    {
        _softphone.Contact = string.Join(", ", Enumerable.Range(0, 10).Select(i => $"<sip:1001@h{i}.test>"));
        _softphone.Register("Expires: 600\r\n");
        _bench.Time.Advance(TimeSpan.FromSeconds(40));
        _softphone.Contact = "<sip:1001@h11.test>";

        var refused = _softphone.Again();

        Assert.Equal((503, "560"), (refused.Status, refused["Retry-After"]));
        Assert.Equal(
            "399 cecsim \"A user has 10 contacts at most: remove one, or wait until one ends\"", refused["Warning"]);
        Assert.Equal(10, Bindings.Count);
    }

    // RFC 4475, section 3.3.4.
    [Fact]
    public void An_address_of_record_that_is_not_sip_is_not_found() => Assert.Equal(
        404, _phone.Ask(Sip.Messages.SipText.Text("REGISTER sip:cec.test SIP/2.0", "To: isbn:2983792873")).Status);

    [Theory]
    [InlineData("Expires: 600\r\n", "600")]
    [InlineData("Expires: 86400\r\n", "3600")]
    [InlineData("", "3600")]
    [Shows("6/register-unchallenged")]
    public void A_customer_on_a_WebSocket_is_told_that_it_is_registered_and_is_not(string expires, string granted)
    {
        var browser = Phone.OnWebSocket(_bench.Server);
        var ok = browser.Ask(new Softphone(browser, "anonymous") { Contact = "<sip:x@y.invalid;transport=ws>;reg-id=1" }
            .Write(expires));

        Assert.Equal((200, granted), (ok.Status, ok["Expires"]));
        Assert.Equal($"<sip:x@y.invalid;transport=ws>;expires={granted}", ok["Contact"]);
        Assert.Empty(_bench.Server.Registrar.All());
    }

    private string Authorized()
    {
        _softphone.Count++;
        return _softphone.Authorization();
    }

    [Fact]
    [Shows("6/agent-webrtc-softphone")]
    public void An_account_has_to_prove_itself_by_WebSocket_too_and_is_bound_until_that_ends()
    {
        var web = Phone.OnWebSocket(_bench.Server);
        var softphone = new Softphone(web) { Contact = "<sip:1001@abc.invalid;transport=ws>" };

        Assert.Equal(200, softphone.Register("Expires: 600\r\n").Status);
        Assert.Equal(SipTransport.Ws, Assert.Single(Bindings).Flow.Transport);
        Assert.Equal("registered 1001 600", _bench.Heard[^1]);
        web.HangUpFlow();

        Assert.Empty(Bindings);
        Assert.Equal("unregistered 1001 Disconnected", _bench.Heard[^1]);
    }

    [Fact]
    public void The_application_is_told_of_each_registration_and_of_its_end()
    {
        _softphone.Register("Expires: 600\r\n");
        _softphone.Again("Expires: 60\r\n");
        _bench.Time.Advance(TimeSpan.FromSeconds(60));
        _softphone.Register("Expires: 600\r\n");
        _softphone.Register("Expires: 0\r\n");

        Assert.Equal(
            [
                "registered 1001 600", "registered 1001 60", "unregistered 1001 Expired", "registered 1001 600",
                "unregistered 1001 Removed",
            ],
            _bench.Heard);
    }

    [Fact]
    public void Where_the_application_ends_registrations_their_time_is_its_own()
    {
        var bench = new SipTestServer(new SipServerSettings { EndsRegistrations = false });
        new Softphone(Phone.OnDatagrams(bench.Server)).Register("Expires: 60\r\n");
        bench.Time.Advance(TimeSpan.FromHours(1));
        var phone = Assert.Single(bench.Server.Registrar.All());

        bench.Server.Registrar.Forget(phone, RegistrationEnd.Dropped);

        Assert.Empty(bench.Server.Registrar.All());
        Assert.Equal(["registered 1001 60", "unregistered 1001 Dropped"], bench.Heard);
    }

    [Fact]
    [ThrowsFrom("notice of a registration")]
    public void An_application_that_fails_at_hearing_of_it_hinders_no_phone()
    {
        _bench.OnRegistered = _ => throw new InvalidOperationException("no book");

        Assert.Equal(200, _softphone.Register("Expires: 600\r\n").Status);
        Assert.Equal("notice of a registration", Assert.Single(_bench.Guard.Failures).Place);
    }
}
