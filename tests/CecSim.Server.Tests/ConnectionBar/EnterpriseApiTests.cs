using CecSim.Simulation.ConnectionBar;

namespace CecSim.Server.Tests.ConnectionBar;

/// <summary>The enterprise's API (Connection Bar, 5.3): a real server, and what the page sees of it.</summary>
public sealed class EnterpriseApiTests
{
    private const string Success = """{"retCode":0,"message":"validate success"}""";

    [Fact]
    [Shows("8/route", "8/request-fields", "8/content-type", "8/ret-code", "8/asked-for-each-page")]
    public async Task It_is_asked_once_for_each_page_with_exactly_the_three_fields()
    {
        await using var api = await Enterprise.StartAsync(Success);
        await using var cec = await TestCec.StartAsync(With(api.Url()));

        Assert.Equal(200, (await LoadAsync(cec, "a-token")).Status);
        Assert.Equal(200, (await LoadAsync(cec, "another")).Status);

        Assert.Equal(
            ((string[])["a-token", "another"]).Select(token =>
                "POST /validate?v=1 application/json; charset=UTF-8 " + BarPage.Credentials(token)),
            api.Asked);
    }

    [Theory]
    [InlineData("""{"retCode":1,"message":"token is dead"}""", 200, "token is dead", "answered retCode 1")]
    [InlineData("""{"retCode":-1}""", 200, "null", "answered retCode -1")]
    [InlineData("""{"retCode":"0","message":"ok"}""", 200, "null", "answered without an integer retCode")]
    [InlineData("""{"retCode":0.5}""", 200, "null", "answered without an integer retCode")]
    [InlineData("""{"message":"validate success"}""", 200, "null", "answered without an integer retCode")]
    [InlineData("[0]", 200, "null", "answered without an integer retCode")]
    [InlineData("<html>", 200, "null", "did not answer in JSON")]
    [InlineData("", 200, "null", "did not answer in JSON")]
    [InlineData(Success, 201, "null", "answered 201")]
    [InlineData(Success, 503, "null", "answered 503")]
    [Shows("8/ret-code", "8/message", "8/only-200", "8/message-for-null")]
    public async Task What_it_answers_otherwise_keeps_the_page_out(
        string body, int status, string message, string why)
    {
        await using var api = await Enterprise.StartAsync(body, status);
        await using var cec = await TestCec.StartAsync(With(api.Url()));

        MustFail(await LoadAsync(cec), message, why);
    }

    // Table 5-6 calls message mandatory, and only success is what CEC acts on.
    [Theory]
    [InlineData("""{"retCode":0}""", 200, "validation-without-messagex1")]
    [InlineData("""{"retCode":0,"message":7}""", 200, "validation-without-messagex1")]
    [InlineData("""{"retCode":1}""", 500, "validation-without-messagex1")]
    [InlineData("""{"retCode":0,"message":""}""", 200, "")]
    [InlineData("""{"retCode":1,"message":"no"}""", 500, "")]
    [Shows("8/message", "8/message-mandatory")]
    public async Task An_answer_without_a_message_counts_by_its_code_and_is_found(string body, int status, string found)
    {
        await using var api = await Enterprise.StartAsync(body);
        await using var cec = await TestCec.StartAsync(With(api.Url()));

        Assert.Equal(status, (await LoadAsync(cec)).Status);
        Assert.Equal(found, await cec.FoundAsync());
    }

    // RFC 8259, 8.1: whoever reads may pass over the mark of UTF-8. The others say that it is no JSON.
    [Fact]
    public async Task What_it_answers_after_a_byte_order_mark_of_UTF_8_counts()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        await using var yes = await Enterprise.StartAsync([.. mark, .. Encoding.UTF8.GetBytes(Success)]);
        await using var no = await Enterprise.StartAsync(
            [.. mark, .. Encoding.UTF8.GetBytes("""{"retCode":1,"message":"token is dead"}""")]);
        await using var open = await TestCec.StartAsync(With(yes.Url()));
        await using var shut = await TestCec.StartAsync(With(no.Url()));

        Assert.Equal(200, (await LoadAsync(open)).Status);
        MustFail(await LoadAsync(shut), "token is dead", "answered retCode 1");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task What_it_answers_in_another_encoding_keeps_the_page_out_and_is_named(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        await using var api = await Enterprise.StartAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Success)]);
        await using var cec = await TestCec.StartAsync(With(api.Url()));

        MustFail(await LoadAsync(cec), "null", $"did not answer in JSON: the body is UTF-{name[4..6]}, as its byte");
    }

    [Fact]
    [Shows("8/only-200")]
    public async Task A_redirect_is_not_followed()
    {
        await using var there = await Enterprise.StartAsync(Success);
        await using var here = await Enterprise.StartAsync(Success, 307, there.Url());
        await using var cec = await TestCec.StartAsync(With(here.Url()));

        MustFail(await LoadAsync(cec), "null", "answered 307");
        Assert.Empty(there.Asked);
    }

    [Fact]
    public async Task An_answer_that_does_not_end_is_given_up()
    {
        await using var api = await Enterprise.StartAsync(new string('x', 65 * 1024));
        await using var cec = await TestCec.StartAsync(With(api.Url()));

        MustFail(await LoadAsync(cec), "null", "could not be asked");
    }

    [Fact]
    [Shows("8/only-200", "8/slow-api")]
    public async Task One_that_is_not_there_or_does_not_answer_keeps_the_page_out()
    {
        await using var api = await Enterprise.StartAsync(Success, status: 0);
        var silent = With(api.Url());
        await using var cec = await TestCec.StartAsync(silent with
        {
            ConnectionBar = silent.ConnectionBar with { ValidateWithin = TimeSpan.FromMilliseconds(100) },
        });
        MustFail(await LoadAsync(cec), "null", "did not answer within 0.1 s");

        var nobody = new Uri(api.Url());
        await api.DisposeAsync();
        await using var other = await TestCec.StartAsync(With(nobody.ToString()));
        MustFail(await LoadAsync(other), "null", "could not be asked");
    }

    [Theory]
    [InlineData("cer")]
    [InlineData("pem")]
    [InlineData("website's own")]
    [Shows("8/certificate")]
    public async Task Its_HTTPS_is_verified_with_the_certificate_that_was_handed_in(string kind)
    {
        using var folder = new CertificatesOfAnEnterprise();
        await using var api = await Enterprise.StartAsync(Success, certificate: folder.Authority.ServerCertificate);
        await using var cec = await TestCec.StartAsync(With(api.Url("https"), folder.Write(kind)));

        Assert.Equal(200, (await LoadAsync(cec)).Status);
    }

    [Fact]
    [Shows("8/certificate")]
    public async Task HTTPS_of_somebody_else_is_not_trusted()
    {
        using var own = new CertificatesOfAnEnterprise();
        using var other = new CertificatesOfAnEnterprise();
        await using var api = await Enterprise.StartAsync(Success, certificate: own.Authority.ServerCertificate);
        await using var unnamed = await TestCec.StartAsync(With(api.Url("https")));
        await using var wrong = await TestCec.StartAsync(With(api.Url("https"), other.Write("cer")));
        await using var missing = await TestCec.StartAsync(With(api.Url("https"), "/nowhere/crm.cer"));

        MustFail(await LoadAsync(unnamed), "null", "could not be verified");
        MustFail(await LoadAsync(wrong), "null", "could not be verified");
        MustFail(await LoadAsync(missing), "null", "the certificate file /nowhere/crm.cer cannot be read");
        Assert.Empty(api.Asked);
    }

    [Fact]
    [Shows("8/certificate")]
    public async Task A_certificate_for_another_name_is_not_trusted_though_its_authority_is()
    {
        using var folder = new CertificatesOfAnEnterprise();
        await using var api = await Enterprise.StartAsync(Success, certificate: folder.Authority.ServerCertificate);
        var url = api.Url("https").Replace("127.0.0.1", "127.0.0.2", StringComparison.Ordinal);
        await using var cec = await TestCec.StartAsync(With(url, folder.Write("cer")));

        MustFail(await LoadAsync(cec), "null", "could not be");
        Assert.Empty(api.Asked);
    }

    private static Task<Answer> LoadAsync(TestCec cec, string token = "any") =>
        new BarPage(cec.Http).LoadAsync(BarPage.Credentials(token: token));

    private static SpaceSettings With(string url, string? certificateFile = null) => new()
    {
        ConnectionBar = new BarSettings { ValidateUrl = new Uri(url), CertificateFile = certificateFile },
    };

    private static void MustFail(Answer answer, string message, string why)
    {
        Assert.Equal(500, answer.Status);
        Assert.Equal(
            $"thridParty validate failed and the errorMessage is {message}", answer.Text("exceptionInfo"));
        Assert.Contains(why, answer.Why, StringComparison.Ordinal);
        Assert.False(answer.Raw.Headers.Contains("Set-Cookie"));
    }
}
