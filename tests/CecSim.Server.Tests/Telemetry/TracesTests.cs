using System.Diagnostics;
using CecSim.Server.Tests.Gateway;

namespace CecSim.Server.Tests.Telemetry;

/// <summary>A call is one trace, whatever its client's requests say that they belong to.</summary>
public sealed class TracesTests
{
    [Fact]
    public async Task The_requests_of_a_call_are_spans_of_one_trace_that_ends_with_the_call()
    {
        using var spans = new Spans("one-trace");
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Name = "one-trace" });
        var client = await cec.SignInAsync();

        await client.CreateAsync();
        await client.PollAsync();
        await client.DropAsync();
        await client.PollAsync();

        var create = await spans.NextAsync("createClickToCall");
        var connected = await spans.NextAsync("getClickToCallEvents");
        var call = await spans.NextAsync("call");
        var released = await spans.NextAsync("getClickToCallEvents");
        Assert.All([create, connected, released], s => Assert.Equal(call.SpanId, s.ParentSpanId));
        Assert.All([create, connected, released], s => Assert.Equal(call.TraceId, s.TraceId));
        Assert.Equal("168101 connected", connected.Events.Single().Name);
        Assert.Equal("168110 released", released.Events.Single().Name);
        Assert.Equal(default, call.ParentSpanId);
    }

    [Fact]
    public async Task The_media_of_a_call_are_a_span_of_its_trace()
    {
        using var spans = new Spans("with-media");
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Name = "with-media" });
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        var content = JsonNode.Parse((await client.PollAsync()).Body)!["content"]!;
        using var phone = await BrowserPhone.OpenAsync((string)content["gwAddresses"]![0]!);
        await phone.InviteAsync((string)content["accessCode"]!, (string)content["domain"]!);

        await client.DropAsync();

        var create = await spans.NextAsync("createClickToCall");
        Assert.Equal(create.TraceId, (await spans.NextAsync("media")).TraceId);
    }

    [Fact]
    public async Task Another_call_is_another_trace()
    {
        using var spans = new Spans("two-traces");
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Name = "two-traces" });
        var client = await cec.SignInAsync();

        await client.CreateAsync();
        await client.DropAsync();
        await client.CreateAsync();
        await client.DropAsync();

        Assert.NotEqual((await spans.NextAsync("call")).TraceId, (await spans.NextAsync("call")).TraceId);
    }

    [Fact]
    public async Task A_client_that_traces_finds_its_own_trace_linked()
    {
        using var spans = new Spans("linked");
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Name = "linked" });
        var client = await cec.SignInAsync();
        cec.Http.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        await client.CreateAsync();

        var create = await spans.NextAsync("createClickToCall");
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", create.Links.Single().Context.TraceId.ToHexString());
        Assert.NotEqual(create.TraceId, create.Links.Single().Context.TraceId);
    }

    [Fact]
    public async Task A_refused_request_is_a_span_with_an_error_and_without_a_call()
    {
        using var spans = new Spans("refused");
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Name = "refused" });

        await cec.Http.GetAsync("/apiaccess/ccmessaging/v1/getClickToCallEvents?channel=WEB", TestCec.TestEnds);

        var span = await spans.NextAsync("getClickToCallEvents");
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal(403, span.GetTagItem("http.response.status_code"));
    }
}
