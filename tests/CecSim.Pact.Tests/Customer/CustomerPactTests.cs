using System.Net.Http.Json;
using CecSim.Pacts.Tests.Foreign;
using CecSim.Pacts.Tests.Provider;
using CecSim.Simulation.ConnectionBar;
using CecSim.Simulation.Spaces;

namespace CecSim.Pacts.Tests.Customer;

/// <summary>CEC's pact with the customer's server: written here, and verified with two verifiers.</summary>
public sealed class CustomerPactTests
{
    private const string Script = "/service-cloud/ccdesktop/pages/cc-bar/js/ccbarclient.js?t=1";

    private static readonly string FilePath = Path.Combine(PactFiles.Folder, CustomerPact.FileName);

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public void The_pact_in_the_repository_is_what_is_agreed_here() =>
        PactFiles.MustBeCommitted(CustomerPact.WriteTo);

    [Theory]
    [InlineData("""{"access_token":"t","tenantSpaceId":"1","userAccount":"11"}""", true)]
    [InlineData("""{"access_token":"t","tenantSpaceId":"1","userAccount":"11","more":"1"}""", false)]
    [InlineData("""{"access_token":"t","tenantSpaceId":"1"}""", false)]
    [InlineData("""{"access_token":"t","tenantSpaceId":"1","userAccount":11}""", false)]
    public async Task CEC_sends_exactly_three_texts(string body, bool isAgreed)
    {
        using var pact = Pact.V4("cec", "thirdPartyValidate");
        CustomerPact.AgreeOnValid(pact);

        var status = 0;
        var ask = pact.VerifyAsync(async address =>
        {
            using var http = new HttpClient { BaseAddress = address };
            using var answer = await http.PostAsJsonAsync(CustomerPact.Path, JsonNode.Parse(body), TestEnds);
            status = (int)answer.StatusCode;
            answer.EnsureSuccessStatusCode();
        });

        Assert.True(isAgreed ? await Record.ExceptionAsync(() => ask) is null
            : await Record.ExceptionAsync(() => ask) is PactException);
        Assert.Equal(isAgreed ? 200 : 500, status);
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 500)]
    public async Task The_server_asks_as_the_pact_says_when_a_page_wants_the_bar(bool isValid, int status)
    {
        using var pact = Pact.V4("cec", "thirdPartyValidate");
        (isValid ? (Action<Pact>)CustomerPact.AgreeOnValid : CustomerPact.AgreeOnInvalid)(pact);

        var answered = 0;
        await pact.VerifyAsync(async address =>
        {
            await using var cec = await Cec.StartAsync(new SpaceSettings
            {
                ConnectionBar = new BarSettings { ValidateUrl = new Uri(address, CustomerPact.Path) },
            });
            using var http = new HttpClient { BaseAddress = cec.Address };
            using var page = new HttpRequestMessage(HttpMethod.Post, Script)
            {
                Content = JsonContent.Create(JsonNode.Parse(
                    """{"access_token":"t","tenantSpaceId":"202403015666","userAccount":"11"}""")),
            };
            page.Headers.Add("Origin", "https://crm.example");
            using var answer = await http.SendAsync(page, TestEnds);
            answered = (int)answer.StatusCode;
        });

        Assert.Equal(status, answered);
    }

    [Fact]
    public async Task A_sound_server_of_the_customer_keeps_it()
    {
        await using var customer = await CustomerServer.StartAsync();

        var (isKept, report) = await new PactVerifier("thirdPartyValidate", customer.Address)
            .WithFileSource(FilePath)
            .VerifyAsync();

        Assert.True(isKept, report);
    }

    [Theory]
    [InlineData("code-as-text", "$.retCode")]
    [InlineData("no-message", "missing the following keys: message")]
    [InlineData("takes-everybody", "$.retCode")]
    public async Task A_broken_server_of_the_customer_does_not(string broken, string told)
    {
        await using var customer = await CustomerServer.StartAsync(broken);

        var (isKept, report) = await new PactVerifier("thirdPartyValidate", customer.Address)
            .WithFileSource(FilePath)
            .VerifyAsync();

        Assert.False(isKept);
        Assert.Contains(told, report, StringComparison.Ordinal);
    }

    /// <summary>The command of docs/contracts.md.</summary>
    [Theory]
    [InlineData(null, 0)]
    [InlineData("code-as-text", 1)]
    public async Task The_documented_command_tells_the_one_from_the_other(string? broken, int exitCode)
    {
        await using var customer = await CustomerServer.StartAsync(broken);

        var run = await Node.RunAsync("verify.mjs", FilePath, customer.Address.ToString());

        Assert.True(exitCode == run.ExitCode, run.Output);
    }
}
