using System.CommandLine;
using CecSim.LoadTests;

var target = new Option<string>("--target")
{
    Description = "The server, on this machine.",
    DefaultValueFactory = _ => "http://127.0.0.1:5080",
};
target.Validators.Add(result =>
{
    if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out var url) || !url.IsLoopback)
    {
        result.AddError("--target must be an address of this machine, such as http://127.0.0.1:5080.");
    }
});
var held = new Option<int>("--held") { Description = "Customers that poll.", DefaultValueFactory = _ => 2_000 };
var seconds = new Option<int>("--for") { Description = "How many seconds.", DefaultValueFactory = _ => 180 };
var soak = new Command("soak", "Holds long polls for a while; afterwards nothing may stay behind.")
{
    target, held, seconds,
};
soak.SetAction(async (parsed, ends) =>
{
    using var run = new Soak(
        new Uri(parsed.GetValue(target)!), parsed.GetValue(held), TimeSpan.FromSeconds(parsed.GetValue(seconds)));
    return await run.RunAsync(Console.Out, ends);
});

return await new RootCommand("Load on a CecSim of this machine.") { soak }.Parse(args).InvokeAsync();
