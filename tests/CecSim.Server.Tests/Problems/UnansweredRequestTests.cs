using CecSim.Simulation;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Spaces;
using Microsoft.AspNetCore.Builder;
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
    public async Task A_path_that_is_not_to_the_letter_is_not_found(string method, string path)
    {
        await using var cec = await TestCec.StartAsync();

        (await AskAsync(cec, method, path)).MustBe(404, Error($"{NotFound} {path}."), "found; CEC API reference");
    }

    [Theory]
    [InlineData("POST", "/apiaccess/ccmessaging/pushMsg")]
    [InlineData("GET", "/apiaccess/ccmessaging/queryHistoryChatMessage")]
    [InlineData("GET", "/apiaccess/CC-Management/v1/querySysInfo")]
    [InlineData("POST", "/apiaccess/rest/CC-Management/v1/queryAgentInfoByAccount")]
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
    public async Task What_CEC_has_and_CecSim_has_not_is_said_by_name(string method, string path)
    {
        await using var cec = await TestCec.StartAsync();

        (await AskAsync(cec, method, path)).MustBe(
            501, Error($"CecSim has not built this interface. CEC documents {method} {path}."), "inferred");
    }

    [Theory, ClassData(typeof(EachProfile))]
    public async Task A_bug_of_ours_is_a_500_that_tells_nothing_of_our_code(string profile)
    {
        await using var cec = await TestCec.StartAsync(TestCec.SettingsOf(profile) with
        {
            Faults = [new FaultRule(CecOperation.ApplyToken, FaultWhen.Always, new Bug())],
        });
        var client = new CecClient(cec.Http, cec.Space.Settings);

        (await client.PostAsync(ApplyPath, ApplyBody())).MustBe(500, Failure, "found; CEC API reference");
        await client.FetchAccessTokenAsync();
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
        Assert.Null(answer.Why);
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
        public override Task<FaultProgress> InjectAsync(IFaultTarget target) =>
            throw new InvalidOperationException("CecSim.Simulation.Secrets");
    }
}
