var builder = DistributedApplication.CreateBuilder(args);

var cec = builder.AddCecSim("cec")
    .WithScenario("queue-then-connect")
    .WithOtlpExporter();

builder.AddProject<Projects.CallDesk>("desk")
    .WithReference(cec)
    .WaitFor(cec);

builder.Build().Run();
