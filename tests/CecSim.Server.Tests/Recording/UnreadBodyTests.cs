using System.IO.Pipelines;
using CecSim.Server.Recording;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CecSim.Server.Tests.Recording;

/// <summary>The body of a request that was refused before anybody read it.</summary>
public sealed class UnreadBodyTests
{
    public static TheoryData<Type> Ends =>
    [
        typeof(IOException), typeof(ConnectionResetException), typeof(ConnectionAbortedException),
        typeof(BadHttpRequestException),
    ];

    [Fact]
    public async Task What_has_arrived_of_it_is_recorded()
    {
        var http = Of(PipeReader.Create(new MemoryStream(Encoding.ASCII.GetBytes("{}"))));
        var arrived = await http.Request.BodyReader.ReadAsync(TestContext.Current.CancellationToken);
        http.Request.BodyReader.AdvanceTo(arrived.Buffer.Start);

        Assert.Equal("{}"u8.ToArray(), DraftWriter.Unread(http).ToArray());
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void One_that_its_client_broke_off_is_recorded_as_empty(Type end)
    {
        var pipe = new Pipe();
        pipe.Writer.Complete((Exception)Activator.CreateInstance(end, "over")!);

        Assert.True(DraftWriter.Unread(Of(pipe.Reader)).IsEmpty);
    }

    [Fact]
    public void What_is_no_fault_of_its_client_is_not_hidden()
    {
        var pipe = new Pipe();
        pipe.Writer.Complete(new NotSupportedException());

        Assert.Throws<NotSupportedException>(() => DraftWriter.Unread(Of(pipe.Reader)));
    }

    private static DefaultHttpContext Of(PipeReader body)
    {
        var http = new DefaultHttpContext();
        http.Request.ContentLength = 2;
        http.Features.Set<IRequestBodyPipeFeature>(new Body(body));
        return http;
    }

    private sealed record Body(PipeReader Reader) : IRequestBodyPipeFeature;
}
