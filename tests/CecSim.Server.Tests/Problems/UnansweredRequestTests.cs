using CecSim.Server.Exchanges;
using Microsoft.AspNetCore.Http;
using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Problems;

/// <summary>Requests that no handler answers.</summary>
public sealed class UnansweredRequestTests
{
    private const string NotFound = "Request not found: Check the request path. No CEC interface is known at";

    private const string Failure =
        """{"errorCode":"0","exceptionInfo":"Service failure: Check the values of the parameters in the request."}""";

    [Theory]
    [InlineData("GET", TokenPath, "POST, OPTIONS")]
    [InlineData("PUT", TokenPath, "POST, OPTIONS")]
    [InlineData("GET", ApplyPath, "POST, OPTIONS")]
    [InlineData("PUT", ApplyPath, "POST, OPTIONS")]
    [InlineData("DELETE", ApplyPath, "POST, OPTIONS")]
    [InlineData("GET", SendPath, "POST, OPTIONS")]
    [InlineData("GET", CreatePath, "POST, OPTIONS")]
    [InlineData("GET", DropPath, "POST, OPTIONS")]
    [InlineData("POST", CheckPath, "GET, HEAD, OPTIONS")]
    [InlineData("POST", EventsPath, "GET, HEAD, OPTIONS")]
    [Shows("1/405-allow", "1/errorcode", "1/exceptioninfo", "3/post-only")]
    public async Task A_wrong_method_is_refused_with_the_right_one(string method, string path, string allowed)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await AskAsync(cec, method, path);

        answer.MustBe(
            405,
            Error($"Request method not allowed. {path.Split('?')[0]} takes {allowed}, not {method}."),
            "inferred");
        Assert.Equal(allowed, string.Join(", ", answer.Raw.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/apiaccess/ccmessaging/nothing")]
    [InlineData("GET", "/favicon.ico")]
    [InlineData("POST", "/apigovernance/api/oauth/tokenbyaksk")]
    [InlineData("POST", "/apigovernance/api/oauth/tokenByAkSk/")]
    [InlineData("POST", "/APIACCESS/ccmessaging/applyToken")]
    [InlineData("GET", "/apiaccess/ccmessaging/v1/getclicktocallevents")]
    [InlineData("GET", "/apiaccess/ccmessaging/v1/getClickToCallEvents/")]
    [InlineData("GET", "/apiaccess/ccmessaging/applytoken")]
    [InlineData("GET", "/apiaccess/ccmessaging/POLL")]
    [InlineData("GET", "/ccmessaging/v1/checkClickToCallSupport")]
    [InlineData("GET", "/apiaccess/ccmessaging/checkClickToCallSupport")]
    [InlineData("GET", "/apiaccess/ccmessaging/poll/")]
    [Shows("1/paths", "1/404-text", "5.1/paths-of-samples")]
    public async Task A_path_that_is_not_to_the_letter_is_not_found(string method, string path)
    {
        await using var cec = await TestCec.StartAsync();

        (await AskAsync(cec, method, path)).MustBe(404, Error($"{NotFound} {path}."), "found; CEC API reference");
    }

    [Theory]
    [InlineData("POST", "/apiaccess/ccmessaging/pushMsg")]
    [InlineData("POST", "/apiaccess/ccmessaging/queryHistoryChatMessage")]
    [InlineData("GET", "/apiaccess/CC-Management/v1/querySysInfo")]
    [InlineData("POST", "/service-cloud/rest/webadapter/v1/webadapterfacade/createClickToCall")]
    [InlineData("POST", "/service-cloud/rest/webadapter/v1/webadapterfacade/queryAgent")]
    [InlineData("PUT", "/agentgateway/resource/onlineagent/101")]
    [InlineData("POST", "/apiaccess/ccmessaging/getsatisfactionsurveymode")]
    [InlineData("POST", "/apiaccess/ccmessaging/saveSatisfaction")]
    [InlineData("POST", "/apiaccess/rest/cc-management/v1/satisfactionconfig/querySatisfactionConfig")]
    [InlineData("POST", "/apiaccess/rest/cc-management/v1/skill/querySkills")]
    [InlineData("POST", "/apiaccess/CC-Management/v1/mobileAgent/createCall")]
    [InlineData("POST", "/apiaccess/rest/workbench/v1/queryCallInfoByCallId")]
    [InlineData("POST", "/CCFS/resource/ccfs/queryBillData")]
    [InlineData("POST", "/oifde/rest/api/gettoken")]
    [InlineData("GET", "/rest/ccmessaging/v1/messages/poll")]
    [InlineData("GET", "/service-cloud/resource.root/page/resource.root/js/AICCSupport.js")]
    [Shows(
        "1/chain-behind-api-fabric", "4.1/queryhistorychatmessage", "4.2/pushmsg",
        "4.6/web-client-routes", "4.7/survey-mode",
        "4.7/save-evaluation", "4.7/query-surveys",
        "4.7/other-channels", "7/query-sys-info", "7/other-cc-management", "7/mobile-agents",
        "7/workbench", "7/bills-and-recordings", "7/ivr-platform",
        "9.3/cc-gateway", "9.4/aicc-support")]
    public async Task What_CEC_has_and_CecSim_has_not_is_said_by_name(string method, string path)
    {
        await using var cec = await TestCec.StartAsync();

        (await AskAsync(cec, method, path)).MustBe(
            501, Error($"CecSim has not built this interface. CEC documents {method} {path}."), "inferred");
    }

    [Fact]
    public async Task An_operation_that_has_a_path_and_no_route_answers_501()
    {
        await using var cec = await TestCec.StartAsync();
        var without = VendorOperations.All.Where(o => o.IsApi)
            .SelectMany(o => o.Paths.Select(p => (o.Method, Path: p)))
            .ExceptBy(VendorRoutes.All.Select(r => r.Path), o => o.Path)
            .ToList();

        foreach (var (method, path) in without)
        {
            Assert.Equal((path, 501), (path, (await AskAsync(cec, method, path)).Status));
        }
    }

    [Theory, ClassData(typeof(EachProfile))]
    [Shows("1/500-text")]
    public async Task A_bug_of_ours_is_a_500_in_CECs_words_whose_header_says_what_failed(string profile)
    {
        await using var cec = await TestCec.StartAsync(TestCec.SettingsOf(profile) with
        {
            Faults = [new FaultRule(CecOperation.ApplyToken, FaultWhen.Always, new Bug())],
        });
        var client = new CecClient(cec.Http, cec.Space.Settings);

        var answer = await client.PostAsync(ApplyPath, ApplyBody());

        answer.MustBe(500, Failure, "found; CEC API reference");
        Assert.Equal("request 'applyToken' failed inside CecSim: No form of 'inject' makes a Bug.", answer.Why);
    }

    [Fact]
    public async Task A_bug_after_the_answer_was_begun_leaves_nothing_of_it_behind()
    {
        await using var cec = await StartAsync(http =>
        {
            http.Response.StatusCode = 200;
            http.Response.ContentLength = 2;
            http.Response.ContentType = "text/plain";
            http.Response.Headers["X-CecSim-Why"] = "half an answer";
            throw new InvalidOperationException("a bug");
        });

        var answer = await AskAsync(cec, "GET", "/");

        answer.MustBe(500, Failure, "found; CEC API reference");
        Assert.Equal("request failed inside CecSim: a bug", answer.Why);
    }

    [Fact]
    public async Task A_bug_in_the_middle_of_a_body_breaks_the_connection_and_no_other()
    {
        await using var cec = await StartAsync(async http =>
        {
            if (http.Request.Path == "/")
            {
                http.Response.ContentLength = 100;
                await http.Response.WriteAsync("half", TestCec.TestEnds);
                throw new InvalidOperationException("a bug");
            }
        });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => AskAsync(cec, "GET", "/"));
        Assert.Equal(404, (await AskAsync(cec, "GET", "/other")).Status);
    }

    private static Task<TestCec> StartAsync(Func<HttpContext, Task> handler) =>
        TestCec.StartAsync(new CecSimArgs(), app => app.Use(async (http, next) =>
        {
            await handler(http);
            await next(http);
        }));

    private static Task<Answer> AskAsync(TestCec cec, string method, string path) =>
        new CecClient(cec.Http, new SpaceSettings()).AskAsync(new HttpMethod(method), path, null);

    private static string Error(string text) => $$"""{"errorCode":"0","exceptionInfo":"{{text}}"}""";

    private sealed record Bug : RequestFault
    {
        public override Task<FaultOutcome> InjectAsync(IFaultTarget target) =>
            throw new InvalidOperationException("not even asked");
    }
}
