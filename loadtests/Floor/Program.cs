using Floor;
using Microsoft.AspNetCore.Server.Kestrel.Core;

// The least that a server on Kestrel can do and still be asked what CecSim is asked: same routes, same sizes, no logic.
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
{
    kestrel.Limits.Http2.MaxStreamsPerConnection = 2_000;
    kestrel.ListenLocalhostOnFreePort(certificate: null);
    if (args.Contains("--https"))
    {
        kestrel.ListenLocalhostOnFreePort(SelfSigned.Make());
    }
});
builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, FloorJson.Default));

var app = builder.Build();
var customers = new Customers();
app.MapVendor(customers);
app.MapControl(customers);
app.Lifetime.ApplicationStarted.Register(() =>
{
    foreach (var url in app.Urls)
    {
        Console.WriteLine($"  {url}");
    }
});
await app.RunAsync();
