using CecSim.Telephony.Tests.Sip;

namespace CecSim.Telephony.Tests.Registrar;

public sealed class DigestTests
{
    private readonly SipTestServer _bench = new();
    private readonly Phone _phone;

    public DigestTests() => _phone = Phone.OnDatagrams(_bench.Server);

    [Fact]
    public void A_phone_without_credentials_is_challenged_for_what_every_phone_knows_and_nothing_else()
    {
        var challenge = Assert.Single(new Softphone(_phone).Challenge().All("WWW-Authenticate"));

        Assert.Matches(
            "^Digest realm=\"cec.test\", nonce=\"[0-9a-f]{64}\", algorithm=MD5, qop=\"auth\"$", challenge);
    }

    [Theory]
    [InlineData("MD5")]
    [InlineData("SHA-256")]
    public void A_good_password_registers(string algorithm) =>
        Assert.Equal(200, new Softphone(_phone) { Algorithm = algorithm }.Register().Status);

    // RFC 7616, section 3.9.1, with its own numbers.
    [Theory]
    [InlineData("MD5", "8ca523f5e9506fed4657c9700eebdbec")]
    [InlineData("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")]
    public void The_digest_is_that_of_the_RFC(string name, string response)
    {
        var given = Telephony.Registrar.DigestCredentials.Parse(
            "Digest username=\"Mufasa\", realm=\"http-auth@example.org\", uri=\"/dir/index.html\", " +
            "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", nc=00000001, " +
            "cnonce=\"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ\", qop=auth")!;
        var algorithm = Telephony.Registrar.DigestAlgorithm.All.Single(a => a.Name == name);

        Assert.Equal(response, algorithm.ResponseTo("GET", "http-auth@example.org", "Circle of Life", given));
    }

    [Theory]
    [InlineData("1001", "wrong")]
    [InlineData("4711", "secret-1001")]
    [Shows("6/wrong-password")]
    public void A_wrong_password_or_an_unknown_user_is_challenged_again(string user, string password)
    {
        var answer = new Softphone(_phone, user, password).Register();

        Assert.Equal(401, answer.Status);
        Assert.DoesNotContain("stale", answer["WWW-Authenticate"], StringComparison.Ordinal);
        Assert.Empty(_bench.Server.Registrar.All());
    }

    [Fact]
    public void An_account_registers_nobody_but_its_owner()
    {
        var phone = new Softphone(_phone, user: "1002");
        phone.Challenge();
        phone.Count = 1;

        Assert.Equal(403, _phone.Ask(phone.Write(phone.Authorization(username: "1001"))).Status);
    }

    // RFC 2617, section 3.2.2.1, and of RFC 7616 what is optional.
    [Theory]
    [InlineData("MD5", "", "Digest")]
    [InlineData("MD5", "auth", "DIGEST")]
    [InlineData("MD5-sess", "auth", "digest")]
    [InlineData("SHA-256-sess", "AUTH", "Digest")]
    [InlineData("", "", "Digest")]
    public void Every_form_of_the_digest_is_taken(string algorithm, string qop, string scheme)
    {
        var phone = new Softphone(_phone) { Algorithm = algorithm, Qop = qop, Scheme = scheme };

        Assert.Equal(200, phone.Register().Status);
    }

    [Fact]
    public void A_phone_that_does_not_count_may_use_a_nonce_once()
    {
        var phone = new Softphone(_phone) { Qop = "" };
        phone.Register();

        var again = phone.Again();

        Assert.EndsWith(", stale=true", again["WWW-Authenticate"], StringComparison.Ordinal);
        phone.TakeNonce(again);
        Assert.Equal(200, phone.Again().Status);
    }

    [Fact]
    public void Of_two_accounts_of_one_name_the_one_whose_password_fits_is_meant()
    {
        var bench = new SipTestServer(accounts: (_, _) => [new("north.test", "one"), new("south.test", "two")]);
        var phone = Phone.OnDatagrams(bench.Server);

        Assert.Equal(200, new Softphone(phone, password: "two").Register().Status);
        Assert.Equal("south.test", Assert.Single(bench.Server.Registrar.All()).Domain);
        Assert.Equal(401, new Softphone(phone, user: "1002", password: "three").Register().Status);
    }

    [Theory]
    [InlineData("1001", "cec.test", "The password of the account '1001' is another")]
    [InlineData("1001", "other.test", "The account '1001' is not of the domain 'other.test'")]
    [InlineData("1003", "cec.test", "No account here is named '1003'")]
    public void Who_is_refused_is_told_which_of_name_domain_and_password_is_wrong_but_not_at_the_first_challenge(
        string user, string domain, string why)
    {
        var phone = new Softphone(_phone, user, password: "wrong") { Domain = domain };
        Assert.Null(phone.Challenge()["Warning"]);
        Assert.Empty(_bench.Refusals);

        Assert.StartsWith($"399 cecsim \"{why}: ", phone.Again()["Warning"], StringComparison.Ordinal);
        Assert.True(Assert.Single(_bench.Refusals).HasCredentials);
    }

    [Fact]
    public void A_phone_that_names_itself_before_it_is_asked_is_challenged_and_not_refused()
    {
        var answer = _phone.Ask(new Softphone(_phone).Write(
            "Authorization: Digest username=\"1001\", realm=\"cec.test\", nonce=\"\", uri=\"sip:cec.test\", " +
            "response=\"\"\r\n"));

        Assert.Equal((401, null), (answer.Status, answer["Warning"]));
        Assert.Empty(_bench.Refusals);
    }

    [Theory]
    [InlineData(
        "realm=\"elsewhere\", algorithm=MD5",
        "The credentials are for the realm 'elsewhere': those for 'cec.test' are asked for")]
    [InlineData(
        "realm=\"cec.test\", algorithm=SHA-512-256",
        "The phone has computed with 'SHA-512-256': MD5 and SHA-256 are known here")]
    public void Credentials_that_nobody_asked_for_are_refused_with_what_was_asked_for(string given, string why)
    {
        var answer = _phone.Ask(new Softphone(_phone).Write(
            $"Authorization: Digest username=\"1001\", {given}, nonce=\"1\", uri=\"sip:cec.test\", " +
            "response=\"1\"\r\n"));

        Assert.StartsWith($"399 cecsim \"{why}", answer["Warning"], StringComparison.Ordinal);
        Assert.Single(_bench.Refusals);
    }

    [Fact]
    public void Another_scheme_is_as_good_as_no_credentials() => Assert.Equal(
        401, _phone.Ask(new Softphone(_phone).Write("Authorization: NoOneKnowsThisScheme data=here\r\n")).Status);

    [Fact]
    public void A_nonce_serves_again_with_the_next_count_but_never_with_the_same()
    {
        var phone = new Softphone(_phone);
        phone.Register();
        Assert.Equal(200, phone.Again().Status);

        phone.Count--;
        var replayed = phone.Again();

        Assert.Equal(401, replayed.Status);
        Assert.EndsWith(", stale=true", replayed["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_nonce_is_stale_and_the_new_one_serves_without_asking_the_user()
    {
        var phone = new Softphone(_phone);
        phone.Register();

        _bench.Time.Advance(TimeSpan.FromMinutes(5));
        var answer = phone.Again();
        Assert.EndsWith(", stale=true", answer["WWW-Authenticate"], StringComparison.Ordinal);
        Assert.StartsWith(
            "399 cecsim \"The nonce is too old or was used before: ", answer["Warning"], StringComparison.Ordinal);
        Assert.True(Assert.Single(_bench.Refusals).IsStale);
        phone.TakeNonce(answer);

        Assert.Equal(200, phone.Again().Status);
    }

    [Fact]
    public void A_nonce_that_was_not_made_here_is_stale()
    {
        var other = new Softphone(Phone.OnDatagrams(new SipTestServer().Server));
        other.Challenge();
        other.Count = 1;

        var answer = _phone.Ask(other.Write(other.Authorization()));

        Assert.EndsWith(", stale=true", answer["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_book_that_fails_costs_a_500_and_nobody_else_anything()
    {
        var failing = new SipTestServer(accounts: (_, _) => throw new InvalidOperationException("no book"));
        var phone = Phone.OnDatagrams(failing.Server);

        Assert.Equal(500, new Softphone(phone).Register().Status);
        Assert.Equal(["failed: no book"], failing.Heard);
        Assert.Equal(200, phone.Ask(new Caller(phone).Request("OPTIONS")).Status);
    }
}
