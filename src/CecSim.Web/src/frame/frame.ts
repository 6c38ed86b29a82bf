import { Bar } from './bar'

void new Bar().run()
